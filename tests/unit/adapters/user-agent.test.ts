import { expect, it } from 'vitest';
import { userAgent } from '../../../src/adapters/web/user-agent.ts';

it.each(['https://footnote.example/about', 'ops@footnote.example'])(
  'tells sites how to reach whoever runs it: %s',
  (contact) => {
    expect(userAgent('1.2.3', contact)).toBe(`Footnote/1.2.3 (link check of a Discord bot; +${contact})`);
  },
);

it.each([
  null,
  'Ada',
  'the café on the corner',
  'ops@footnote.example\r\nx-more: 1',
  'https://a.example/)(',
  'javascript:alert(1)',
])('tells nothing that is no address to reach anybody at: %j', (contact) => {
  expect(userAgent('1.2.3', contact)).toBe('Footnote/1.2.3 (link check of a Discord bot)');
});
