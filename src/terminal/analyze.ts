import type { Analysis } from '../core/analysis/analysis.ts';
import { analyzeExtractively } from '../core/analysis/analyze.ts';
import { readTextFile, textFilesIn } from './read-texts.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `analyze FILE` */
export const analyze: TerminalCommand = {
  usage: 'analyze FILE|FOLDER|-',
  purpose:
    'the claims that a post makes and a summary in its own sentences; of every .txt and .md of a folder',
  positionals: { min: 1, max: 1 },
  options: {},
  needs: [],

  async run({ positionals: [place = ''], progress }) {
    const files = await textFilesIn(place);
    if (files === null) {
      const analysis = analyzeExtractively((await readTextFile(place)).text);
      return { json: asJson(analysis), text: asText(analysis) };
    }
    const analyses: { readonly file: string; readonly analysis: Analysis }[] = [];
    for (const file of files) {
      analyses.push({ file, analysis: analyzeExtractively((await readTextFile(file)).text) });
      progress(analyses.length, files.length);
    }
    return {
      json: analyses.map(({ file, analysis }) => ({ file, ...asJson(analysis) })),
      text: analyses.map(({ file, analysis }) => `${file}\n\n${asText(analysis)}`).join('\n\n'),
    };
  },
};

function asJson({ analyst, summary, claims }: Analysis) {
  return {
    analyzer: analyst.by,
    summary,
    claims: claims.map(({ gist: _gist, ...claim }) => claim),
  };
}

function asText({ summary, claims }: Analysis): string {
  return [
    'In the post’s own words',
    ...summary.map(({ text }) => `  “${inOneLine(text)}”`),
    '',
    'What it asserts, most worth checking first',
    ...claims.map(
      ({ checkWorthiness, kind, quote }) =>
        `  ${checkWorthiness.toFixed(2)}  ${kind.padEnd(10)}  “${inOneLine(quote)}”`,
    ),
    ...(claims.length === 0 ? ['  nothing that could be checked'] : []),
  ].join('\n');
}

/** A sentence may hold line breaks of its text. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
