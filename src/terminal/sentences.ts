import { checkWorthiness } from '../core/analysis/check-worthiness.ts';
import { sentencesOf } from '../core/analysis/sentences.ts';
import { inOneLine } from './analyze.ts';
import { readTextFile } from './read-texts.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `sentences FILE` */
export const sentences: TerminalCommand = {
  usage: 'sentences FILE|- [--check-worthiness]',
  purpose: 'the sentences of a text, one a line: where each starts, how much it is worth checking, its words',
  positionals: { min: 1, max: 1 },
  options: { 'check-worthiness': 'boolean' },
  needs: [],

  async run({ positionals: [file = ''], options }) {
    const { text } = await readTextFile(file);
    const scored = options['check-worthiness'] === true;
    const json = sentencesOf(text).map((sentence) =>
      scored ? { ...sentence, checkWorthiness: checkWorthiness(sentence.text) } : sentence,
    );
    const lines = json.map((sentence) => {
      const score = 'checkWorthiness' in sentence ? [sentence.checkWorthiness.toFixed(3)] : [];
      return [sentence.start, ...score, inOneLine(sentence.text)].join('\t');
    });
    return { json, text: lines.join('\n') };
  },
};
