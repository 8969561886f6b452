import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.ts';
import { ChannelId, MessageId, RoleId } from '../../../src/core/ids.ts';
import { english, shownOf, textIn } from './shown-case.ts';

describe('the alert', () => {
  it('links to the card once there is one', () => {
    const card = {
      channelId: ChannelId.parse('1290000000000000112'),
      messageId: MessageId.parse('1290000000000000998'),
    };
    const role = RoleId.parse('1290000000000000102');

    expect(textIn(alertCard(shownOf({ card }), role, english))).toContain(
      '/1290000000000000112/1290000000000000998)',
    );
    expect(textIn(alertCard(shownOf(), role, english))).toMatch(/^<@&1290000000000000102> A case needs/);
  });
});
