import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { type ContextFields, contextLimits } from '../core/context.ts';
import type { Words } from '../words/words.ts';
import { writtenField } from './form-fields.ts';
import { makeModal } from './parts.ts';

/** What the form is opened for. */
export type ContextFormView = {
  /** Where it leads when it is sent. */
  readonly route: string;
  readonly caseNumber: number;
  /** What was typed before; empty at first. */
  readonly fields: ContextFields;
  /** The name of a claim the message makes, as an example; null when none is known. */
  readonly example: string | null;
};

/** More than three addresses may have, so that a mistake in them is explained and not cut off. */
const addressesChars = 1_700;
const claimChars = 100;

/** The form for context: a text with addresses, or a claim. */
export function contextForm(view: ContextFormView, words: Words): APIModalInteractionResponseCallbackData {
  const { route, caseNumber, fields, example } = view;
  const written = (name: 'text' | 'addresses', maxChars: number) =>
    writtenField(
      name,
      {
        label: words.say(`context.form.${name}`),
        hint: words.say(`context.form.${name}-hint`, contextLimits),
        value: fields[name],
      },
      { maxChars, required: false },
    );
  return makeModal({
    custom_id: route,
    title: words.say('context.form.title', { number: caseNumber }),
    components: [
      written('text', contextLimits.textChars),
      written('addresses', addressesChars),
      writtenField(
        'claim',
        {
          label: words.say('context.form.claim'),
          hint: words.say('context.form.claim-hint', {
            claim: example ?? words.say('context.form.claim-example'),
          }),
          value: fields.claim,
        },
        { maxChars: claimChars, required: false, lines: 'one' },
      ),
    ],
  });
}
