const works = [
  'the eastern pier',
  'the new ferry terminal',
  'the fish market',
  'the dredging of the channel',
  'the lighthouse road',
  'the cold store',
  'the crane on quay nine',
  'the seamen’s hostel',
  'the swing bridge',
];

const paragraphs = works.map((work, at) => {
  const year = 2016 + at;
  const planned = 12 + at * 3;
  return [
    `Let us talk about ${work}, because nobody else in this town does.`,
    `In ${year} the harbour board spent ${planned + 9} million euros on ${work}, although the council had set aside ${planned} million.`,
    `The overrun was caused by a change of plans that the board decided on without a permit.`,
    `According to the auditors, ${30 + at} of the ${40 + at * 2} invoices for ${work} were paid twice.`,
    `I think this is a disgrace, and anyone who has eyes can see it.`,
    `“We followed every rule,” the chairman said in May ${year + 1}, but the minutes of that meeting are missing.`,
    `By ${year + 12} the upkeep of ${work} will cost more than its building.`,
    `Since then ${120 - at * 7} people have lost their work at the quays, because the money was gone.`,
  ].join(' ');
});

/** A contested post that takes more than one message: figures, quotations, opinions and predictions in nine paragraphs. */
export const longPost = paragraphs.join('\n\n');
