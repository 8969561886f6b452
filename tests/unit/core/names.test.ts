import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimKey, DossierSlug, formatClaimReference, parseClaimReference } from '../../../src/core/claim.ts';
import { ClaimId, GuildId } from '../../../src/core/ids.ts';
import { dayAndHour } from '../../../src/core/inquiry.ts';
import { exampleId } from '../../fakes/example-dossier.ts';

describe('a claim reference', () => {
  it('is read back as it was written', () => {
    const slugs = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}$/);
    const keys = fc.stringMatching(/^[a-z]\d{1,4}[a-z]?$/);

    fc.assert(
      fc.property(slugs, keys, (slug, key) => {
        const reference = { slug: DossierSlug.parse(slug), key: ClaimKey.parse(key) };

        expect(parseClaimReference(formatClaimReference(reference))).toEqual(reference);
      }),
    );
  });

  it('is forgiven capitals and space around it', () => {
    expect(parseClaimReference('  My-Dossier/C04B ')).toEqual({ slug: 'my-dossier', key: 'c04b' });
  });

  it.each([
    { text: '', why: 'nothing was typed' },
    { text: 'c01', why: 'the dossier is missing' },
    { text: 'my-dossier/', why: 'the claim is missing' },
    { text: 'my-dossier/c01/c02', why: 'there is one claim too many' },
    { text: 'my dossier/c01', why: 'a slug has no spaces' },
    { text: 'my--dossier/c01', why: 'a slug has single hyphens' },
    { text: '../c01', why: 'a slug is no path' },
    { text: 'my-dossier/01', why: 'a key begins with a letter' },
    { text: `${'a'.repeat(49)}/c01`, why: 'a slug has at most 48 characters' },
    { text: 'c01 · who pays the militias', why: 'the shown text was sent instead of the value' },
  ])('is not "$text": $why', ({ text }) => {
    expect(() => parseClaimReference(text)).toThrow(
      expect.objectContaining({ code: 'claim.reference-malformed' }),
    );
  });
});

describe('ids', () => {
  it.each([
    { id: '12345678901234567', valid: true, why: '17 digits' },
    { id: '12345678901234567890', valid: true, why: '20 digits' },
    { id: '1234567890123456', valid: false, why: '16 digits' },
    { id: '123456789012345678901', valid: false, why: '21 digits' },
    { id: '12345678901234567\n', valid: false, why: 'a line end behind them' },
    { id: '١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧', valid: false, why: 'digits of another script' },
  ])('of Discord: $why', ({ id, valid }) => {
    expect(GuildId.safeParse(id).success).toBe(valid);
  });

  it('of the store are 12 characters of base64url', () => {
    expect(ClaimId.safeParse(exampleId()).success).toBe(true);
    expect(ClaimId.safeParse('abcdefghijk').success).toBe(false);
    expect(ClaimId.safeParse('abcdefghijk:').success).toBe(false);
  });
});

describe('the day and hour of a question', () => {
  it('are those of UTC', () => {
    expect(dayAndHour(Date.UTC(2026, 11, 31, 23, 59, 59, 999))).toEqual({ day: '2026-12-31', hour: 23 });
    expect(dayAndHour(Date.UTC(2027, 0, 1))).toEqual({ day: '2027-01-01', hour: 0 });
  });
});
