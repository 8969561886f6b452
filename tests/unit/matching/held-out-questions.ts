import type { ReaderQuestion } from './reader-questions.ts';

/** Written together with the reader questions and kept out of view while the matcher was tuned. Do not tune on them. */
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
