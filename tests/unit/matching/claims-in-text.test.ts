import { beforeAll, describe, expect, it } from 'vitest';
import { readDossierFile } from '../../../src/adapters/dossier-files.ts';
import { buildClaimIndex, type ClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { claimsInText, forForm, wholeMessage } from '../../../src/core/matching/claims-in-text.ts';
import { cpuMs } from '../../cpu-time.ts';

let index: ClaimIndex;
let post: string;

beforeAll(async () => {
  const dossier = await readDossierFile(
    new URL('../../../config/dossiers/iraqi-militias-in-syria/dossier.json', import.meta.url).pathname,
  );
  post = dossier.post.text;
  index = buildClaimIndex(
    dossier.claims.map(({ id, quote, gist, notes }) => ({
      id,
      quote,
      gist,
      title: dossier.title,
      context: notes.map(({ text }) => text).join(' '),
    })),
  );
});

const salaries = 'The militias are salaried by the Iraqi government.';

/** An index that surely knows every sentence of the form "claim N", and remembers what it was asked. */
function counted(): Pick<ClaimIndex, 'lookUp'> & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    lookUp(text) {
      asked.push(text);
      const [, number] = /^claim (\d+)/.exec(text) ?? [];
      if (number === undefined) return { outcome: 'unanswered', matches: [] };
      const match = { id: `c${number}`, score: 1, confidence: 1 - Number(number) / 100, words: [] };
      return { outcome: 'answered', matches: [match] };
    },
  };
}

describe('the known claims of a text', () => {
  it('are found in the sentence that makes them', () => {
    const found = claimsInText(`Good morning all. ${salaries} Have a nice day!`, index, forForm);

    expect(found.map(({ id, sentences }) => ({ id, sentences }))).toEqual([
      { id: 'c04b', sentences: [salaries] },
    ]);
  });

  it('are found in a clause of a sentence that says something else besides', () => {
    const sentence =
      'The militias are salaried by the Iraqi government, and my neighbour’s cat is ill again.';

    expect(claimsInText(sentence, index, forForm)).toMatchObject([
      { id: 'c04b', sentences: [sentence], surest: { sentence } },
    ]);
  });

  it('are none in small talk', () => {
    expect(claimsInText('Who is coming to the pub tonight? I am bringing cake. 😀', index, forForm)).toEqual(
      [],
    );
    expect(claimsInText('', index, forForm)).toEqual([]);
  });

  it('are named once, with every sentence that makes them', () => {
    const found = claimsInText('claim 7 first.\nclaim 4.\nclaim 7 again.', counted(), forForm);

    expect(found).toMatchObject([
      { id: 'c4', confidence: 0.96, sentences: ['claim 4.'] },
      { id: 'c7', confidence: expect.closeTo(0.93), sentences: ['claim 7 first.', 'claim 7 again.'] },
    ]);
  });

  it('are named with the surest sentence of each, and read to the end of a whole message', () => {
    const text = `${'Nothing here.\n'.repeat(40)}claim 30.\nclaim 2.`;

    expect(claimsInText(text, counted(), forForm)).toEqual([]);
    expect(
      claimsInText(text, counted(), wholeMessage).map(({ id, surest }) => [id, surest.sentence]),
    ).toEqual([
      ['c2', 'claim 2.'],
      ['c30', 'claim 30.'],
    ]);
  });

  it('are the five surest', () => {
    const text = Array.from({ length: 12 }, (_, number) => `claim ${12 - number}.`).join('\n');

    expect(claimsInText(text, counted(), forForm).map(({ id }) => id)).toEqual([
      'c1',
      'c2',
      'c3',
      'c4',
      'c5',
    ]);
  });

  it('are looked for in the first twenty sentences and 2,000 characters', () => {
    const many = counted();
    const long = counted();

    claimsInText('claim 1.\n'.repeat(500), many, forForm);
    claimsInText(`${'x'.repeat(1_999)}\nclaim 2.`, long, forForm);

    expect(many.asked).toHaveLength(20);
    expect(long.asked.join('')).toHaveLength(1_999);
  });

  it('are found in a long post well before a form has to be open', () => {
    const look = () => claimsInText(post.slice(0, 2_000), index, forForm);
    const tookMs = cpuMs(look);

    expect(tookMs).toBeLessThan(300);
    expect(look().length).toBeGreaterThan(0);
  });
});
