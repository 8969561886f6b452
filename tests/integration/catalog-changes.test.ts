import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqlite, type SqliteDatabase } from '../../src/adapters/store/sqlite.ts';
import { ClaimKey, DossierSlug, parseClaimReference } from '../../src/core/claim.ts';
import { type Dossier, dossierStatuses, referenceTo } from '../../src/core/dossier.ts';
import { ClaimId, GuildId, MessageId, NoteId, UserId } from '../../src/core/ids.ts';
import { uncheckedLink } from '../../src/core/link-check.ts';
import { noIndexFiles } from '../../src/ports/index-files.ts';
import type { Catalog } from '../../src/services/dossiers/catalog.ts';
import { openCatalogs } from '../../src/services/dossiers/catalogs.ts';
import { exampleDossier, exampleId } from '../fakes/example-dossier.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { someChannel } from '../fixtures/store/example-case.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';
import '../property-seed.ts';

const one = GuildId.parse('300000000000000001');
const other = GuildId.parse('300000000000000002');
const author = UserId.parse('300000000000000003');
const guilds = [null, one, other, GuildId.parse('300000000000000004')];
const words = 'dam river militia inspected salary warned village bridge ferry Nujaba 2014 münchen'.split(' ');
const urls = ['https://one.example/a', 'https://two.example/b'] as const;

const text = fc
  .array(fc.constantFrom(...words, `<@${author}>`), { minLength: 2, maxLength: 14 })
  .map((some) => some.join(' '));

const saving = fc.record({
  kind: fc.constant('save' as const),
  owner: fc.constantFrom(null, one, other),
  slug: fc.constantFrom('alpha', 'beta', 'beta-2', 'beta-02'),
  status: fc.constantFrom('published' as const, ...dossierStatuses),
  sample: fc.boolean(),
  title: fc.constantFrom('Post 9', 'Post 10', 'Dam', 'dam'),
  post: text,
  quotes: fc.array(text, { maxLength: 4 }),
  url: fc.constantFrom(...urls),
});

const step = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: saving },
    { weight: 1, arbitrary: fc.constant({ kind: 'erase' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'purge' as const, owner: one }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('link' as const), url: fc.constantFrom(...urls) }),
    },
  ),
  elsewhere: fc.boolean(),
  asked: fc.constantFrom(...guilds),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Saving = Extract<Step['act'], { kind: 'save' }>;

function drawnDossier({ owner, slug, status, sample, title, post, quotes, url }: Saving): Dossier {
  const [claim] = exampleDossier().claims;
  const [note] = claim?.notes ?? [];
  if (claim === undefined || note?.type !== 'source') throw new Error('the example has claims with sources');
  return exampleDossier({
    guildId: owner,
    slug: DossierSlug.parse(slug),
    status,
    sample: sample && owner === null,
    title,
    post: { text: post, author: null, date: null, url, remarks: null },
    claims: quotes.map((quote, at) => ({
      ...claim,
      id: ClaimId.parse(exampleId()),
      key: ClaimKey.parse(`c${at + 1}`),
      quote,
      gist: `Says ${quote}`,
      notes: [{ ...note, id: NoteId.parse(exampleId()), url, text: quote.toUpperCase(), lastChecked: null }],
    })),
  });
}

function doIn(database: SqliteDatabase, act: Step['act']): Promise<unknown> {
  return database.transaction(async (stores) => {
    if (act.kind === 'erase') return stores.members.erase(author);
    if (act.kind === 'purge') return stores.departures.purge(act.owner);
    if (act.kind === 'link') {
      const check = { ...uncheckedLink(act.url, 1), state: 'dead', checkedAt: 1, changedAt: 1 } as const;
      await stores.links.save([check]);
      return stores.links.announce();
    }
    const drawn = drawnDossier(act);
    const stored = await stores.dossiers.find(drawn.guildId, drawn.slug);
    const dossier = { ...drawn, id: stored?.id ?? drawn.id, version: (stored?.version ?? 0) + 1 };
    await stores.dossiers.save(dossier);
    if (dossier.guildId === null) return;
    const messageId = MessageId.parse(String(someChannel()));
    const made = { dossierId: dossier.id, guildId: dossier.guildId, messageId, authorId: author };
    await stores.origins.add({ ...made, channelId: someChannel(), parentId: null });
  });
}

const questions = ['inspected dams', 'Nujaba salary 2014 ferry', 'mil', 'd', 'says', '', ' ?'];

/** Everything a catalog can be asked. */
function answersOf(catalog: Catalog, posts: readonly Dossier['post'][]) {
  const references = catalog.dossiers.flatMap((dossier) =>
    dossier.claims.map((claim) => referenceTo(dossier, claim)),
  );
  return {
    dossiers: catalog.dossiers,
    size: catalog.index.size,
    asked: questions.map((asked) => ({
      ranked: catalog.index.rank(asked, 9),
      lookedUp: catalog.index.lookUp(asked, 5),
      suggested: catalog.suggest(asked, 9),
    })),
    claims: references.map((reference) => catalog.claim(reference)),
    named: ['c1', 'c2', 'alpha/c1', 'beta-2/c1'].map((name) => catalog.claimNamed(name)),
    bySlug: ['alpha', 'beta', 'beta-2', 'beta-02'].map((slug) => catalog.dossier(slug)),
    ofPosts: posts.flatMap(({ text: post }) =>
      ['', ...urls].map((url) => catalog.dossierOfPost({ url, text: post })),
    ),
  };
}

test('a catalog that has lived through any changes is that of a process that starts now', async () => {
  const folder = temporaryFolder();
  const template = join(folder, 'template.sqlite');
  await (await openSqlite({ file: template })).close();

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const file = join(folder, `${exampleId()}.sqlite`);
      await copyFile(template, file);
      const clock = fakeClock();
      await using here = closing(await openSqlite({ file }));
      await using there = closing(await openSqlite({ file }));
      const catalogs = openCatalogs({ database: here.database, clock, indexFiles: noIndexFiles });
      const held: Catalog[] = [];

      for (const { act, elsewhere, asked } of steps) {
        await doIn((elsewhere ? there : here).database, act);
        if (elsewhere) clock.advance(200);
        else catalogs.changed();
        const catalog = await catalogs.of(asked);
        const anew = await openCatalogs({ database: there.database, clock, indexFiles: noIndexFiles }).of(
          asked,
        );
        held.push(catalog);

        const posts = anew.dossiers.map(({ post }) => post);
        expect(answersOf(catalog, posts)).toEqual(answersOf(anew, posts));
        for (const { index, claim } of held)
          for (const { id } of index.rank('says dam', 99))
            expect(claim(parseClaimReference(id))).not.toBeNull();
      }
    }),
    { numRuns: 60 },
  );
});

function closing(database: SqliteDatabase) {
  return { database, [Symbol.asyncDispose]: () => database.close() };
}
