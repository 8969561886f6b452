import { describe, expect, it } from 'vitest';
import { linkModal, noActionModal } from '../../../src/cards/case-modals.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase } from '../../fakes/example-case.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { controlOf, customIdsOf } from './card-nodes.ts';
import { english, labelsIn, shownOf } from './shown-case.ts';

describe('the forms of a case', () => {
  it.each(locales)('asks in forms that Discord takes, in %s', (locale) => {
    expect(() => [
      linkModal(shownOf(), words(locale)),
      noActionModal(exampleCase().id, 500, words(locale)),
    ]).not.toThrow();
  });

  it('asks for a claim’s name alone where no claim is known', () => {
    const { components } = linkModal(shownOf(), english);

    expect(customIdsOf(components)).toEqual(['answer']);
    expect(controlOf(components, 'answer')?.['required']).toBe(true);
  });

  it('offers the known claims above the name, and insists on neither', () => {
    const dossier = exampleDossier();
    const claims = dossier.claims.map((claim) => ({ dossier, claim }));
    const { components } = linkModal({ ...shownOf(), claims }, english);

    expect(customIdsOf(components)).toEqual(['known-claim', 'answer']);
    expect(controlOf(components, 'known-claim')).toMatchObject({ required: false });
    expect(controlOf(components, 'answer')).toMatchObject({ required: false });
    expect(labelsIn(components)).toEqual(
      expect.arrayContaining(
        dossier.claims.map(({ key, quote }) => `${dossier.slug}/${key} · ${quote}`.slice(0, 100)),
      ),
    );
  });
});
