import { readDossierDocument } from '../../../src/core/dossier-document.ts';
import { toDocument } from '../../../src/core/dossier-export.ts';
import { FootnoteError } from '../../../src/core/errors.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

/** A valid document as parsed JSON, to be spoilt. */
// Spoiling means writing what the type forbids; this is the edge where foreign JSON comes in.
export const parsedJson = () => JSON.parse(JSON.stringify(toDocument(exampleDossier())));

/** What is wrong with a document, in the words of the refusal. */
export function problemsOf(value: unknown): string {
  try {
    readDossierDocument(value);
  } catch (error) {
    if (error instanceof FootnoteError && error.code === 'dossier.invalid')
      return String(error.parameters['problems']);
    throw error;
  }
  throw new RangeError('the document is valid');
}

/** Sets the value at a path such as `claims.0.quote`; `undefined` takes the key away. */
export function spoilt(path: string, value: unknown): unknown {
  const document = parsedJson();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce((node, key) => node[key], document);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return document;
}
