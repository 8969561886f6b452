/**
 * How pictures look, in pixels of the size they are meant to be shown at. They bring their own calm ground, so that they
 * are the same on Discord's light and dark theme; the two kinds of bar differ in thickness and filling, not only in colour.
 */
export const look = {
  width: 400,
  /** Of what is in it: the width without the padding. */
  inner: 368,
  /** Pixels drawn for each of those. */
  scale: 2,
  padding: 16,
  ground: '#20262f',
  text: '#f1f4f8',
  weakText: '#b9c2ce',
  grid: '#3a4350',
  bar: '#5aa9f5',
  weakBar: '#8e99a8',
  title: 17,
  label: 14,
  small: 12.5,
} as const;
