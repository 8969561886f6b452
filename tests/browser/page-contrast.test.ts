import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = (name: string) =>
  readFileSync(new URL(`../../src/sandbox/page/${name}`, import.meta.url), 'utf8');

/** A colour of tokens.css in both themes. */
function token(name: string): { light: string; dark: string } {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css('tokens.css'))?.[1] ?? '';
  const [light = '', dark = light] = value.match(/#[0-9a-f]{6}/g) ?? [];
  return { light, dark };
}

/** Relative luminance. Source: WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. Source: WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = [
  'ground',
  'ground-side',
  'ground-card',
  'ground-field',
  'ground-popup',
  'ground-hover',
  'ground-private',
];
const texts = ['text', 'text-strong', 'text-quiet', 'link', 'fail-text'];
const pairs = [
  ...grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)),
  ['text', 'ground-code'],
  ['accent-text', 'accent'],
  ['accent-text', 'success'],
  ['accent-text', 'danger'],
  ['neutral-text', 'neutral'],
  ['mention-text', 'mention-ground'],
  ['warn-text', 'warn-ground'],
  ['strip-text', 'strip-ground'],
] as const;

describe('text can be read: a contrast of at least 4.5', () => {
  test.each(pairs)('%s on %s', (text, ground) => {
    const [front, back] = [token(text), token(ground)];

    expect(contrast(front.light, back.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(front.dark, back.dark)).toBeGreaterThanOrEqual(4.5);
  });

  test('white letters on every avatar', () => {
    const avatars =
      css('avatars.css').match(/(?:\.tint-\d|\.of-bot) \{[^}]*background: (#[0-9a-f]{6})/g) ?? [];
    const weakest = Math.min(...avatars.map((rule) => contrast('#ffffff', rule.slice(-7))));

    expect(avatars).toHaveLength(5);
    expect(weakest).toBeGreaterThanOrEqual(4.5);
  });
});
