import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import type { CaseId } from '../core/ids.ts';
import { encodeRoute } from '../routes.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { WordKey, Words } from '../words/words.ts';
import { shortStanding } from './attribution.ts';
import { chosenField, writtenField } from './form-fields.ts';
import { limits } from './limits.ts';
import { type MenuOption, makeModal } from './parts.ts';

/** The name of the field that both forms have. */
export const caseField = 'answer';

/** The name of the field in which one of the known claims is chosen. */
export const knownClaimField = 'known-claim';

/** The longest claim's name a form takes, in UTF-16 code units: `slug/c01` has at most 57. */
const claimChars = 80;

/** Asks which claim answers a case: one of those known in its message, or any other by its name. */
export function linkModal(
  { case: { id: caseId }, claims }: Pick<ShownCase, 'case' | 'claims'>,
  words: Words,
): APIModalInteractionResponseCallbackData {
  const known = knownClaims(claims, words);
  const offersKnown = known.length > 0;
  return makeModal({
    custom_id: encodeRoute('case.linked', caseId),
    title: words.say('case.link.title'),
    components: [
      ...(offersKnown
        ? [
            chosenField(
              knownClaimField,
              { label: words.say('case.link.known'), placeholder: words.say('case.link.pick') },
              known,
              false,
            ),
          ]
        : []),
      claimNameField(offersKnown ? 'case.link.other' : 'case.link.label', !offersKnown, words),
    ],
  });
}

/** The field in which a claim is named. */
export function claimNameField(label: WordKey, required: boolean, words: Words): APILabelComponent {
  return writtenField(
    caseField,
    { label: words.say(label), hint: words.say('case.link.hint') },
    { maxChars: claimChars, required, lines: 'one' },
  );
}

/** The surest come first, and so are those that find room. */
function knownClaims(claims: ShownCase['claims'], words: Words): readonly MenuOption[] {
  return claims.slice(0, limits.selectOptions).map(({ dossier, claim }) => {
    const name = formatClaimReference(referenceTo(dossier, claim));
    return { label: `${name} · ${claim.quote}`, value: name, description: shortStanding(claim, words) };
  });
}

/**
 * Asks why nothing is done about a case.
 *
 * @param maxChars - the longest reason, in UTF-16 code units
 */
export function noActionModal(
  caseId: CaseId,
  maxChars: number,
  words: Words,
): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('case.no-action-sent', caseId),
    title: words.say('case.no-action.title'),
    components: [
      writtenField(
        caseField,
        { label: words.say('case.no-action.label'), hint: words.say('case.no-action.hint') },
        { maxChars, required: true },
      ),
    ],
  });
}
