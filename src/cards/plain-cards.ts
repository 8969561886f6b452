import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { FootnoteError } from '../core/errors.ts';
import type { Card, CardFile } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { limits } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import { attachment, button, frame, makeCard, makeModal, row, text } from './parts.ts';

/** A card of one sentence. */
export function sentenceCard(sentence: string): Card {
  return makeCard([text(sentence)]);
}

/** A question with a button for each answer. */
export function questionCard(
  question: string,
  choices: readonly { readonly label: string; readonly route: string; readonly style?: 'main' | 'danger' }[],
): Card {
  return makeCard([
    frame([text(question)]),
    row(
      ...choices.map(({ label, route, style }) => button(label, route, style === undefined ? {} : { style })),
    ),
  ]);
}

/** A file, and what to do with it. */
export function fileCard(sentence: string, file: CardFile): Card {
  return makeCard([frame([text(sentence), attachment(file)])], [file]);
}

/** What went wrong and what to do about it. */
export function errorCard(error: FootnoteError, words: Words): Card {
  return sentenceCard(errorSentence(error, words));
}

/** The sentence of an expected failure; what it repeats of the member's words is shown letter by letter. */
export function errorSentence(error: FootnoteError, words: Words): string {
  const parameters = Object.entries(error.parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? escapeMarkdown(value) : value,
  ]);
  return words.say(`error.${error.code}`, Object.fromEntries(parameters));
}

/** The apology for a failure nobody expected; the reference finds it in the log. */
export function faultCard(reference: string, words: Words): Card {
  return sentenceCard(words.say('error.fault', { reference }));
}

/** The form in which a question is asked in other words. */
export function askModal(words: Words): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('claim.asked'),
    title: words.say('ask.title'),
    components: [
      {
        type: ComponentType.Label,
        label: words.say('ask.label'),
        description: words.say('ask.hint'),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'query',
          style: TextInputStyle.Paragraph,
          min_length: 2,
          max_length: limits.modalInputChars / 4,
          required: true,
        },
      },
    ],
  });
}

/** A page of text under a heading, for `/help`, `/about` and `/privacy view`; `file` holds what it only sums up. */
export function pageCard(title: string, paragraphs: readonly string[], file?: CardFile): Card {
  const attached = file === undefined ? null : attachment(file);
  return makeCard(
    [frame([text(`## ${title}`), text(paragraphs.join('\n\n')), attached])],
    file === undefined ? [] : [file],
  );
}
