import type { ReaderQuestion } from './reader-questions.ts';

/** Written together with the reader questions and kept out of view until the first version of the matcher was done. */
export const heldOutQuestions: readonly ReaderQuestion[] = [
  { ask: 'Has Iraq sent its army to fight for Assad?', claim: 'c01' },
  { ask: 'Is the footage genuine?', claim: 'c02' },
  { ask: 'What is the largest group fighting on the ground for Assad?', claim: 'c03' },
  { ask: "What's the legal status of the Popular Mobilisation Units?", claim: 'c04a' },
  { ask: 'do pmu fighters get a government salary', claim: 'c04b' },
  { ask: 'Who funds the Popular Mobilization Forces?', claim: 'c04b' },
  { ask: 'Are the militias controlled by Iran?', claim: 'c05' },
  { ask: 'Do they get weapons from both Iran and the West at once?', claim: 'c06a' },
  { ask: 'did the US carry out air strikes for the PMU in Iraq', claim: 'c06b' },
  { ask: "Do the fighters think they're on a jihad?", claim: 'c07a' },
  { ask: 'Were civilians driven out of their homes?', claim: 'c07b' },
  { ask: 'Have they committed war crimes against Sunnis?', claim: 'c07b' },
  { ask: 'Were London and Washington aware of what they were doing across the border?', claim: 'c08a' },
  { ask: 'Did the West hide this from the public?', claim: 'c08a' },
  { ask: 'why is nobody in the press talking about it', claim: 'c08b' },
  { ask: 'How much aid did the Syrian opposition get?', claim: 'c09' },
  { ask: "Is the rise of these groups a result of George Bush's invasion?", claim: 'c10' },
  { ask: "Why do we keep supporting Iraq's forces after they went into Syria?", claim: 'c11a' },
  { ask: 'Does the support make the criticism of Assad meaningless?', claim: 'c11b' },
  { ask: 'what should people who care about Syria pay attention to', claim: 'c12' },
];

/** Questions that the shipped dossier says nothing about, kept out of view likewise. */
export const heldOutOffTopicQuestions: readonly string[] = [
  'what time does the stream start',
  'Can I get the moderator role?',
  'Is climate change caused by humans?',
  'Did NASA fake the moon landing?',
  'How many people live in Brazil?',
  'Did Ukraine attack a nuclear power plant?',
  'are 5g towers dangerous',
  'what phone should I buy',
  'Did the government of Sudan ban the internet?',
  'Is inflation in Turkey above 50 percent?',
];

/** A further set that the matcher was not tuned on. Do not tune on these. */
export const freshQuestions: readonly ReaderQuestion[] = [
  { ask: 'Did Iraqi forces take over parts of Syria for the regime?', claim: 'c01' },
  { ask: 'what does the clip show', claim: 'c02' },
  { ask: 'is hezbollah smaller than the iraqi groups', claim: 'c03' },
  { ask: 'Are the PMU under Iraqi law part of the military?', claim: 'c04a' },
  { ask: 'are the fighters on the state payroll', claim: 'c04b' },
  { ask: 'where does their money come from', claim: 'c04b' },
  { ask: 'Are they Iranian proxies?', claim: 'c05' },
  { ask: 'Is the UK really arming these militias?', claim: 'c06a' },
  { ask: 'Does Washington give them air cover?', claim: 'c06b' },
  { ask: 'is it a holy war', claim: 'c07a' },
  { ask: 'sectarian cleansing in sunni areas', claim: 'c07b' },
  { ask: 'Have whole villages been destroyed?', claim: 'c07b' },
  { ask: 'Did Western leaders keep silent about it?', claim: 'c08a' },
  { ask: "Didn't the Western media cover this?", claim: 'c08b' },
  { ask: 'Did Syrian rebels only get words from the West?', claim: 'c09' },
  { ask: 'what did the Iraq invasion have to do with Assad crushing the 2011 protests', claim: 'c10' },
  { ask: 'is the west still helping them although they invaded syria', claim: 'c11a' },
  { ask: 'are the condemnations of Assad a joke', claim: 'c11b' },
  { ask: "why shouldn't I trust what Western politicians say about Assad", claim: 'c12' },
  { ask: 'How strong is the PMU in Syria?', claim: 'c03' },
];

/** Questions that the shipped dossier says nothing about, kept out of view likewise. */
export const freshOffTopicQuestions: readonly string[] = [
  'who is the owner of this server',
  'can someone help me with my homework',
  'Did Saudi Arabia bomb Yemen?',
  'is bitcoin going to crash',
  'Were the Beatles from Liverpool?',
  'How old is Joe Biden?',
  'Does drinking coffee cause cancer?',
  'what is the capital of Mongolia',
  'Did the Taliban ban girls from school?',
  'is the new update out yet',
];
