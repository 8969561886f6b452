import htm from '/vendor/htm.js';
import { h } from '/vendor/preact.js';

export { Component, createRef, h, render } from '/vendor/preact.js';

/** Tagged template that makes preact vnodes; text in it is always text, never markup. */
export const html = htm.bind(h);
