import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { DossierSlug } from '../core/claim.ts';
import { dossierLimits } from '../core/dossier-document.ts';
import { webAddressChars } from '../core/web-address.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { noneNamed } from './editor-claim-card.ts';
import { writtenField } from './form-fields.ts';
import { limits } from './limits.ts';
import { makeModal } from './parts.ts';

/** The form in which a contested post is pasted; two fields take as much as two messages. */
export function addDossierModal(
  slug: DossierSlug | null,
  words: Words,
): APIModalInteractionResponseCallbackData {
  const line = { required: false, lines: 'one' } as const;
  return makeModal({
    custom_id: encodeRoute('dossier.added', slug ?? noneNamed),
    title: words.say('add.title'),
    components: [
      writtenField(
        'text',
        { label: words.say('add.text'), hint: words.say('add.text-hint') },
        { maxChars: limits.modalInputChars, required: true },
      ),
      writtenField(
        'more',
        { label: words.say('add.more'), hint: words.say('add.more-hint') },
        { maxChars: limits.modalInputChars, required: false },
      ),
      writtenField(
        'name',
        { label: words.say('add.name'), hint: words.say('add.name-hint') },
        { ...line, maxChars: dossierLimits.titleChars },
      ),
      writtenField(
        'author',
        { label: words.say('add.author'), hint: words.say('edit.hint.author') },
        { ...line, maxChars: dossierLimits.titleChars },
      ),
      writtenField(
        'url',
        { label: words.say('add.url'), hint: words.say('edit.hint.url') },
        { ...line, maxChars: webAddressChars },
      ),
    ],
  });
}
