import { expect, it } from 'vitest';
import { claimKindOf } from '../../../src/core/analysis/claim-kind.ts';

it.each([
  { text: 'The pier was sold for half its price.', language: 'en', kind: 'factual' },
  { text: 'Vaccines caused the fever.', language: 'en', kind: 'causal' },
  { text: 'The ferry will cost twice as much.', language: 'en', kind: 'prediction' },
  { text: 'The council should be ashamed because of it.', language: 'en', kind: 'opinion' },
  { text: 'Er will den Hafen verkaufen.', language: 'de', kind: 'factual' },
  { text: 'Der Strom fiel wegen der Hitze aus.', language: 'de', kind: 'causal' },
  { text: 'Le prix sera bientôt doublé.', language: 'fr', kind: 'prediction' },
  { text: 'Creo que el alcalde miente.', language: 'es', kind: 'opinion' },
  { text: 'ارتفعت الأسعار بسبب الحرب', language: 'ar', kind: 'causal' },
  { text: 'เรือแพงขึ้น', language: 'th', kind: 'factual' },
] as const)('“$text” is $kind', ({ text, language, kind }) => {
  expect(claimKindOf(text, language)).toBe(kind);
});
