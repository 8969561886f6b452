import { describe, expect, it } from 'vitest';
import { digestPausedCard } from '../../../src/cards/digest-paused-card.ts';
import { ChannelId, UserId } from '../../../src/core/ids.ts';
import { digestPauses } from '../../../src/ports/digest-stores.ts';
import { locales, words } from '../../../src/words/words.ts';

const told = {
  ownerId: UserId.parse('1290000000000000304'),
  locale: 'en-US',
  serverName: 'The *long* way',
  channelId: ChannelId.parse('1290000000000000112'),
} as const;

describe('what the owner of a server is told when digests have stopped', () => {
  it.each(locales.flatMap((locale) => digestPauses.map((why) => ({ locale, why }))))(
    'names server and remedy, and the channel if there is one ($locale, $why)',
    ({ locale, why }) => {
      const channelId = why === 'no-channel' ? null : told.channelId;

      const card = JSON.stringify(digestPausedCard({ ...told, channelId, why }, words(locale)).components);

      expect(card).toContain(String.raw`The \\*long\\* way`);
      expect(card).toContain('/settings');
      expect(card).toContain(words(locale).say('settings.digest.resume'));
      expect(card).toContain(words(locale).say('settings.tab.moderation'));
      expect(card.includes(`<#${told.channelId}>`)).toBe(why !== 'no-channel');
      expect(card).not.toMatch(/[{}](?=[a-z])/);
    },
  );
});
