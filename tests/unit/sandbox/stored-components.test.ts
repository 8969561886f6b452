import { describe, expect, test } from 'vitest';
import { messageComplaints } from '../../../src/sandbox/message-rules.ts';
import { storedComponents } from '../../../src/sandbox/stored-components.ts';
import { attachmentLookup } from '../../../src/sandbox/stored-files.ts';

const picture = {
  id: '7',
  filename: 'chart.png',
  size: 12,
  url: 'http://127.0.0.1:1/sandbox/attachments/7/chart.png',
  proxy_url: 'http://127.0.0.1:1/sandbox/attachments/7/chart.png',
  content_type: 'image/png',
};
const keep = (...components: readonly unknown[]) =>
  storedComponents(components, attachmentLookup([picture]), () => '99');
const media = (url: string) => ({ media: { url } });
const thumbnail = { type: 11, ...media('attachment://chart.png'), description: 'Most asked claims' };

describe('components as Discord keeps them', () => {
  test('are numbered through, around the numbers that were given', () => {
    const stored = keep({ type: 10, content: 'a' }, { type: 10, content: 'b', id: 1 }, { type: 14 });

    expect(stored.map(({ id }) => id)).toEqual([2, 1, 3]);
  });

  test('have the defaults that were left out, and nothing that was null', () => {
    const select = {
      type: 3,
      custom_id: 'a',
      placeholder: null,
      options: [{ label: 'x', value: 'y', emoji: null }],
    };

    const [container, separator, row] = keep(
      { type: 17, components: [] },
      { type: 14 },
      { type: 1, components: [select] },
    );

    expect(container).toMatchObject({ accent_color: null, spoiler: false });
    expect(separator).toMatchObject({ divider: true, spacing: 1 });
    expect(row?.components).toEqual([
      { type: 3, id: 4, custom_id: 'a', min_values: 1, max_values: 1, options: [{ label: 'x', value: 'y' }] },
    ]);
  });

  test('lead from attachment names to the uploaded files, and leave other addresses alone', () => {
    const elsewhere = 'https://example.org/a.png';

    const [gallery, section] = keep(
      { type: 12, items: [media('attachment://chart.png'), media(elsewhere)] },
      { type: 9, components: [{ type: 10, content: 'x' }], accessory: thumbnail },
    );

    expect(gallery?.items).toMatchObject([
      {
        media: { url: picture.url, attachment_id: '7', content_type: 'image/png' },
        description: null,
        spoiler: false,
      },
      { media: { url: elsewhere, content_type: null } },
    ]);
    expect(section?.accessory).toMatchObject({
      media: { url: picture.url },
      description: 'Most asked claims',
    });
  });
});

describe('the rules for media', () => {
  const flags = 1 << 15;
  const section = (accessory: unknown) => ({ type: 9, components: [{ type: 10, content: 'x' }], accessory });

  test.each([
    { why: 'a thumbnail of an uploaded file', component: section(thumbnail), count: 0 },
    {
      why: 'a thumbnail from the web',
      component: section({ type: 11, ...media('https://example.org/a.png') }),
      count: 0,
    },
    {
      why: 'a thumbnail of a missing file',
      component: section({ type: 11, ...media('attachment://b.png') }),
      count: 1,
    },
    { why: 'a thumbnail without address', component: section({ type: 11 }), count: 1 },
    { why: 'an empty description', component: section({ ...thumbnail, description: '' }), count: 1 },
    {
      why: 'a description of 1,025',
      component: section({ ...thumbnail, description: 'x'.repeat(1_025) }),
      count: 1,
    },
    { why: 'an empty gallery', component: { type: 12, items: [] }, count: 1 },
    {
      why: 'a gallery of ten',
      component: { type: 12, items: Array(10).fill(media('attachment://chart.png')) },
      count: 0,
    },
    {
      why: 'a gallery of eleven',
      component: { type: 12, items: Array(11).fill(media('attachment://chart.png')) },
      count: 1,
    },
    {
      why: 'a gallery of data',
      component: { type: 12, items: [media('data:image/png;base64,AA==')] },
      count: 1,
    },
    {
      why: 'a select of people',
      component: { type: 1, components: [{ type: 5, custom_id: 'who' }] },
      count: 0,
    },
    {
      why: 'a select of too many people',
      component: { type: 1, components: [{ type: 5, custom_id: 'who', max_values: 26 }] },
      count: 1,
    },
  ])('$why gives $count complaints', ({ component, count }) => {
    const found = messageComplaints({ flags, components: [component] }, { fileNames: ['chart.png'] });

    expect(found).toHaveLength(count);
  });
});
