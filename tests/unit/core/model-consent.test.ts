import { describe, expect, it } from 'vitest';
import { GuildSettings } from '../../../src/core/guild-settings.ts';
import { consentTo } from '../../../src/core/model-consent.ts';

describe('consent to a model', () => {
  it.each([
    { consent: null, state: 'none', why: 'nobody consented' },
    { consent: { provider: 'OpenAI' }, state: 'given', why: 'it was given to who runs the model' },
    { consent: { provider: 'models.example' }, state: 'other', why: 'it was given to another' },
    { consent: { provider: 'openai' }, state: 'other', why: 'a host is not OpenAI because it is called so' },
    { consent: { provider: null }, state: 'unrecorded', why: 'nobody wrote down to whom it was given' },
  ])('is $state where $why', ({ consent, state }) => {
    expect(consentTo('OpenAI', consent)).toBe(state);
  });

  it.each([
    { written: {}, state: 'none' },
    { written: { model: false }, state: 'none' },
    { written: { model: true }, state: 'unrecorded' },
    { written: { model: { provider: 'OpenAI' } }, state: 'given' },
  ])('that was written as $written is $state', ({ written, state }) => {
    expect(consentTo('OpenAI', GuildSettings.parse(written).model)).toBe(state);
  });
});
