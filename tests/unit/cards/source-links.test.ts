import { describe, expect, it } from 'vitest';
import { sourceLine } from '../../../src/cards/attribution.ts';
import type { ShownLink } from '../../../src/core/link-check.ts';
import { sourceNotes } from '../../../src/core/note.ts';
import { type Locale, words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { shownBy } from './shown.ts';

const dayMs = Date.UTC(2026, 2, 2, 23);

/** What the line of a source says of its link. */
function saidOf(link: ShownLink | null, locale: Locale = 'en-US'): string | undefined {
  const [note] = sourceNotes(exampleDossier().claims[0]?.notes ?? []);
  if (note === undefined) throw new RangeError('the example has a source');
  const content = sourceLine(link === null ? note : { ...note, link }, words(locale));
  return shownBy([{ content }]).trim().split(' · ').at(-1);
}

describe('the line of a source', () => {
  it('says what the dossier says of its link, where Footnote has found nothing newer', () => {
    expect(saidOf(null)).toBe('link last checked: February 1, 2026');
  });

  it.each([
    { link: { state: 'alive', checkedAt: dayMs }, says: 'link checked on March 2, 2026' },
    { link: { state: 'dead', since: dayMs }, says: 'link dead since March 2, 2026' },
    {
      link: { state: 'moved', checkedAt: dayMs, finalUrl: 'https://www.new.example/survey' },
      says: 'link checked on March 2, 2026: moved to new.example',
    },
    { link: { state: 'blocked' }, says: 'link could not be checked: the site does not allow it' },
  ] as const)('of a link that is $link.state: $says', ({ link, says }) => {
    expect(saidOf(link)).toBe(says);
  });

  it('says so in the reader’s language', () => {
    expect(saidOf({ state: 'dead', since: dayMs }, 'de')).toBe('Link tot seit 2. März 2026');
  });

  it('shortens the name of a host that is longer than anybody reads', () => {
    const finalUrl = `https://${'long.'.repeat(45)}example/`;

    expect(saidOf({ state: 'moved', checkedAt: dayMs, finalUrl })?.length).toBeLessThan(130);
  });
});
