/**
 * Fits the constants of `src/core/matching/confidence.ts` and says how good they are on what they were not fitted on.
 *
 *     node bench/matching/fit-confidence.ts [--data FOLDER]
 *
 * Each query is asked as it is or reworded, mistyped, forwarded (a kind for each in turn), of claims with the right one and of the same
 * claims without it. Fitted on every third tweet (training part), question, debate sentence and long post, and on small
 * indexes of 17 claims; shown also on what is held out: tweets of the other part, the other questions, Spanish posts.
 */
import {
  areaUnderCurve,
  brierScore,
  type Judged,
  precisionFrom,
} from '../../src/core/evaluation/confidence-figures.ts';
import { inputsOf } from '../../src/core/matching/confidence.ts';
import { FIELD_WEIGHTS, fieldsOf } from '../../src/core/matching/fields.ts';
import { buildLexicon } from '../../src/core/matching/lexicon.ts';
import type { IndexedClaim } from '../../src/core/matching/match.ts';
import { signsOf } from '../../src/core/matching/outcome.ts';
import { readQuery } from '../../src/core/matching/query.ts';
import { type Candidate, rank } from '../../src/core/matching/rank.ts';
import { stemReader } from '../../src/core/matching/read-stems.ts';
import {
  type Collection,
  dataFolder,
  readCollection,
  withoutRelevant,
  withoutSignatures,
} from './collections.ts';
import { fitLogistic } from './logistic.ts';
import { forwarded, mistyped, randomFor, rewordings, typos } from './rewordings.ts';

type Example = { readonly inputs: readonly number[]; readonly right: boolean; readonly about: boolean };
type Group = { readonly name: string; readonly isFitted: boolean; readonly examples: readonly Example[] };

const NEAR = 16;

/** Ends the name of a group of queries as they are and with another number than the claim says. */
const ANOTHER_NUMBER = ', another number';

function asker(
  claims: Collection['claims'],
): (text: string) => readonly (Candidate & { readonly id: string })[] {
  const sorted: readonly IndexedClaim[] = claims
    .map(({ id, text, title }) => ({ id, quote: text, gist: '', title }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const lexicon = buildLexicon(fieldsOf(sorted), FIELD_WEIGHTS);
  const within = {
    lexicon,
    claims: sorted,
    scratch: { scores: new Float32Array(sorted.length), best: new Float32Array(sorted.length) },
    readStems: stemReader(lexicon),
  };
  return (text) =>
    rank({ words: readQuery(text, lexicon), text }, NEAR + 1, within).best.map((candidate) => ({
      ...candidate,
      id: sorted[candidate.claim]?.id ?? '',
    }));
}

function exampleOf(
  found: readonly (Candidate & { readonly id: string })[],
  wanted: ReadonlySet<string>,
  about: boolean,
): Example {
  const signs = signsOf(found, 0);
  const firsts = found.filter(({ isCopy }, place) => place === 0 || isCopy);
  return { inputs: inputsOf(signs), right: firsts.some(({ id }) => wanted.has(id)), about };
}

/** Ids that are spread over the collection, the same for the same number. */
function idsFar({ claims }: Collection, number: number): readonly string[] {
  return Array.from({ length: NEAR }, (_, at) => claims[(number * 97 + at * 613) % claims.length]?.id ?? '');
}

/** As it is, mistyped, reworded, both, forwarded: one after another. */
function varied(text: string, number: number, others: readonly string[]): string {
  const random = randomFor(text);
  const rewording = rewordings[Math.floor(number / 5) % rewordings.length] ?? typos;
  switch (number % 5) {
    case 1:
      return typos.reword(text, random);
    case 2:
      return rewording.reword(text, random);
    case 3:
      return mistyped(rewording).reword(text, random);
    case 4:
      return forwarded(text, others, random);
    default:
      return text;
  }
}

function groupsOf(
  collection: Collection,
  others: readonly string[],
  isFitted: boolean,
  isVaried: boolean,
): readonly Group[] {
  const whole = asker(collection.claims);
  const rest = asker(withoutRelevant(collection).claims);
  const big: Example[] = [];
  const small: Example[] = [];
  const pairs: Example[] = [];
  const byId = new Map(collection.claims.map((claim) => [claim.id, claim]));
  collection.queries.forEach(({ id, text }, number) => {
    const wanted = collection.relevant.get(id) ?? new Set<string>();
    const asked = isVaried ? varied(text, number, others) : text;
    const found = whole(asked);
    big.push(exampleOf(found, wanted, true), exampleOf(rest(asked), wanted, false));
    const another = withAnotherNumber(asked, textsOf(wanted, byId));
    if (another !== undefined)
      pairs.push(exampleOf(found, wanted, true), exampleOf(whole(another), new Set(), true));
    if (number % 3 !== 0) return;
    const right = Array.from(wanted).slice(0, 1);
    const near = found
      .map((candidate) => candidate.id)
      .filter((other) => !wanted.has(other))
      .slice(0, NEAR);
    const far = idsFar(collection, number).filter((other) => !wanted.has(other));
    const ask = (ids: readonly string[], about: boolean) =>
      small.push(
        exampleOf(
          asker(Array.from(new Set(ids)).flatMap((other) => byId.get(other) ?? []))(asked),
          wanted,
          about,
        ),
      );
    ask([...right, ...near], true);
    ask([...right, ...far], true);
    ask(near, false);
    ask(far, false);
  });
  const { name } = collection;
  return [
    { name, isFitted, examples: big },
    { name: `${name}, of 17`, isFitted, examples: small },
    { name: `${name}${ANOTHER_NUMBER}`, isFitted, examples: pairs },
  ];
}

function textsOf(ids: ReadonlySet<string>, byId: ReadonlyMap<string, Collection['claims'][number]>): string {
  return Array.from(ids, (id) => `${byId.get(id)?.text} ${byId.get(id)?.title}`).join(' ');
}

const DIGITS = /(?<![\p{L}\p{N}/#@.,-])\p{N}[\p{N}.,]*(?<![.,])/gu;

/** The text with ten times each number that the claim says, and each year three before; undefined where they have none in common. */
function withAnotherNumber(text: string, claim: string): string | undefined {
  const another = text.replace(DIGITS, (digits) => {
    if (!claim.includes(digits)) return digits;
    return /^(?:19|20)\d\d$/.test(digits)
      ? String(Number(digits) - 3)
      : `${digits}${digits.includes(',') ? ',000' : '0'}`;
  });
  return another === text ? undefined : another;
}

function every(collection: Collection, of: number, at: number, most = 1_000): Collection {
  const queries = collection.queries.filter((_, number) => number % of === at).slice(0, most);
  return { ...collection, name: `${collection.name} ${at + 1}/${of}`, queries };
}

function logistic(weights: readonly number[], inputs: readonly number[]): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)));
}

function report(groups: readonly Group[], weights: readonly number[]) {
  console.table(
    groups.map(({ name, isFitted, examples }) => {
      const chances = examples.map(({ inputs }) => logistic(weights, inputs));
      const right: readonly Judged[] = examples.map((example, at) => ({
        score: chances[at] ?? 0,
        right: example.right,
      }));
      const about = examples.map((example, at) => ({ score: chances[at] ?? 0, right: example.about }));
      const at = (threshold: number) => {
        const { answered, precision } = precisionFrom(right, threshold);
        return `${answered}: ${precision?.toFixed(3)}`;
      };
      return {
        set: name,
        fitted: isFitted,
        n: examples.length,
        nothing: areaUnderCurve(about)?.toFixed(3),
        first: areaUnderCurve(right)?.toFixed(3),
        brier: brierScore(right).toFixed(3),
        'from 0.6': at(0.6),
        '0.7': at(0.7),
        '0.8': at(0.8),
        '0.85': at(0.85),
      };
    }),
  );
}

function weightsFor(groups: readonly Group[]): readonly number[] {
  const cases = groups.flatMap(({ examples }) =>
    examples.map(({ inputs, right }) => ({ inputs, label: right, weight: 1 / examples.length })),
  );
  return fitLogistic(cases).map((weight) => Number(weight.toFixed(2)));
}

if (import.meta.main) {
  const folder = dataFolder();
  if (folder !== undefined) {
    const read = (set: string, split: string) => readCollection(folder, set, split);
    const tweets = withoutSignatures(read('tweets-en', 'train'));
    const questions = read('questions-en', 'dev');
    const debates = read('debates-en', 'train');
    const asides = debates.queries.map(({ text }) => text);
    const groups = [
      ...groupsOf(every(tweets, 3, 0), asides, true, true),
      ...groupsOf(every(questions, 3, 0), asides, true, true),
      ...groupsOf(
        every(debates, 3, 0),
        questions.queries.map(({ text }) => text),
        true,
        true,
      ),
      ...['fra', 'por', 'deu'].flatMap((code) =>
        groupsOf(every(read(`posts-${code}`, 'train'), 3, 0, 80), [], true, false),
      ),
      ...groupsOf(withoutSignatures(read('tweets-en', 'dev')), asides, false, false),
      ...groupsOf(every(questions, 3, 1, 250), asides, false, false),
      ...groupsOf(every(questions, 3, 2, 250), asides, false, true),
      ...groupsOf(every(read('posts-spa', 'dev'), 3, 0, 80), [], false, false),
    ];
    const fitted = groups.filter(({ isFitted }) => isFitted);
    // Half of the questions with a number are not altered ones: the pairs fit the weight of a contradiction and no other.
    const weights = [
      ...weightsFor(fitted.filter(({ name }) => !name.endsWith(ANOTHER_NUMBER))).slice(0, -1),
      ...weightsFor(fitted).slice(-1),
    ];
    console.log('WEIGHTS', weights.join(', '));
    report(groups, weights);
  }
}
