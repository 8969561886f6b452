import { Buffer } from 'node:buffer';
import { EmbedType } from 'discord-api-types/v10';
import { type GuildPlan, type MessagePlan, sandboxIds, sandboxPlan, type WorldPlan } from './plan.ts';

const ids = sandboxIds;

/** A bar chart without any words, of which a bot can read nothing. */
const chart = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAPAAAACMAgMAAAA/28y7AAAADFBMVEX19vg8SFygPDzIzdYUSrznAAAAVUlEQVR42u3WMQ6AIBBFQRrvt433s+aUJkQSDJVIQcK8+k+9m84fJRiG4YKlhcpPFwzDMAzD8C74aD9zGIYHcd0HDMPj+LWBYRiGYbi7qR+KOVjSvG5P9jF6WuZ5CgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const general: readonly MessagePlan[] = [
  {
    authorId: ids.sam,
    minutesAgo: 190,
    content: `Reminder: the reading group meets on Thursday at seven. Links go into <#${ids.news}>, please.`,
  },
  {
    key: 'biggest force',
    authorId: ids.noor,
    minutesAgo: 150,
    content:
      'Why does nobody talk about this? The Popular Mobilisation Units are the biggest ground force fighting for Assad in Syria, bigger than the Syrian Army, and the Iraqi government pays their salaries. They are loyal to Iran, and the West arms them anyway.',
  },
  {
    authorId: ids.mia,
    minutesAgo: 146,
    answers: 'biggest force',
    content: `<@${ids.noor}> do you have a source for “bigger than the Syrian Army”? I have read other numbers.`,
  },
  { authorId: ids.sam, minutesAgo: 40, content: '', forwards: 'air cover' },
];

const news: readonly MessagePlan[] = [
  {
    authorId: ids.ada,
    minutesAgo: 300,
    content: 'https://example.org/report-on-the-militias',
    extra: {
      embeds: [
        {
          type: EmbedType.Article,
          url: 'https://example.org/report-on-the-militias',
          title: 'A made-up report for the sandbox',
          description:
            'The militias were accused of emptying villages and burning homes in Sunni areas on both sides of the border.',
        },
      ],
    },
  },
  {
    key: 'air cover',
    authorId: ids.noor,
    minutesAgo: 90,
    content:
      'Inside Iraq the militias get air cover from the US and its allies, and nobody in Western media reports it.',
  },
  {
    authorId: ids.mia,
    minutesAgo: 45,
    content: '',
    file: { name: 'chart.png', contentType: 'image/png', bytes: chart },
  },
];

const thread: readonly MessagePlan[] = [
  { authorId: ids.max, minutesAgo: 80, content: 'Please keep the argument about the militias in here.' },
];

const elsewhere: readonly MessagePlan[] = [
  {
    authorId: ids.olu,
    minutesAgo: 30,
    content: 'This is another server: it has its own cases, its own settings, and sees nothing of yours.',
  },
];

const written: Readonly<Record<string, readonly MessagePlan[]>> = {
  [ids.general]: general,
  [ids.news]: news,
  [ids.thread]: thread,
  [ids.otherGeneral]: elsewhere,
};

const withMessages = (guild: GuildPlan): GuildPlan => ({
  ...guild,
  channels: guild.channels.map((channel) => ({ ...channel, messages: written[channel.id] ?? [] })),
});

/** The world of the sandbox with something to talk about: posts of every kind that a person may right-click. */
export const sandboxStory: WorldPlan = { ...sandboxPlan, guilds: sandboxPlan.guilds.map(withMessages) };
