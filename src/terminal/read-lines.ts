import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FootnoteError } from '../core/errors.ts';
import { UnreadableLine } from '../core/evaluation/run.ts';

const TextLine = z.object({ id: z.string().min(1), text: z.string(), title: z.string().optional() });

/** A text to rank or to be ranked. */
export type TextLine = { readonly id: string; readonly text: string; readonly title: string };

/**
 * Reads a file of `{"id": …, "text": …, "title"?: …}`, one a line. Ids are made of anything but white space, and none stands twice.
 *
 * @throws FootnoteError `usage`, naming file and line
 */
export async function readTextLines(file: string): Promise<readonly TextLine[]> {
  const ids = new Set<string>();
  const lines = (await readText(file)).split('\n');
  return lines.flatMap((line, index): readonly TextLine[] => {
    if (line.trim() === '') return [];
    const { data } = TextLine.safeParse(jsonIn(line));
    const place = `${file}, line ${index + 1}`;
    if (data === undefined || /\s/.test(data.id))
      throw new FootnoteError('usage', {
        problem: `${place}: write one JSON object a line, such as {"id": "c1", "text": "…", "title": "…"}, with no space in the id.`,
      });
    if (ids.has(data.id)) throw new FootnoteError('usage', { problem: `${place}: the id stands twice.` });
    ids.add(data.id);
    return [{ title: '', ...data }].map(({ id, text, title }) => ({ id, text, title: title ?? '' }));
  });
}

/**
 * Reads a file with `parse`.
 *
 * @throws FootnoteError `usage`, naming the file and, where `parse` throws `UnreadableLine`, the line
 */
export async function readParsed<Value>(file: string, parse: (text: string) => Value): Promise<Value> {
  const text = await readText(file);
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof UnreadableLine)) throw error;
    throw new FootnoteError('usage', { problem: `${file}, line ${error.line} cannot be read.` });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new FootnoteError('usage', { problem: `${file} cannot be opened: check the name.` });
  }
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
