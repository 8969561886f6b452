/** A question in a reader's own words and the id, within the shipped dossier, of the claim it is about. */
export type ReaderQuestion = { readonly ask: string; readonly claim: string };

/** Written before the matcher was tuned; the matcher may be improved with these in view. */
export const readerQuestions: readonly ReaderQuestion[] = [
  { ask: 'Is the Iraqi army really in Syria?', claim: 'c01' },
  { ask: 'Where was this video filmed and who is in it?', claim: 'c02' },
  { ask: 'Are there more Iraqi fighters than Syrian soldiers on Assad’s side?', claim: 'c03' },
  { ask: 'how big is the PMU compared with hezbollah', claim: 'c03' },
  { ask: "Is the PMU an official part of Iraq's armed forces?", claim: 'c04a' },
  { ask: 'are the PMU state troops or just militias', claim: 'c04a' },
  { ask: 'Who pays their wages?', claim: 'c04b' },
  { ask: 'Do these groups answer to Tehran?', claim: 'c05' },
  { ask: 'Does Britain help the PMU militarily?', claim: 'c06a' },
  { ask: 'Did American planes give the militias air support?', claim: 'c06b' },
  { ask: 'Is this a religious war between Sunnis and Shia?', claim: 'c07a' },
  { ask: 'Did they burn down Sunni villages?', claim: 'c07b' },
  { ask: 'ethnic cleansing by shia militias', claim: 'c07b' },
  { ask: 'Did the West know that these units also went to Syria?', claim: 'c08a' },
  { ask: "Why didn't newspapers report on this?", claim: 'c08b' },
  { ask: 'Did the rebels get less help than the militias?', claim: 'c09' },
  { ask: 'Did the 2003 Iraq war put these people in power?', claim: 'c10' },
  { ask: 'Is the West still backing these forces even now?', claim: 'c11a' },
  { ask: 'Are Western statements against Assad just hypocrisy?', claim: 'c11b' },
  { ask: 'Should we ignore what politicians say and look at what they do?', claim: 'c12' },
];

/** Questions that the shipped dossier says nothing about. */
export const offTopicQuestions: readonly string[] = [
  "What's the weather like tomorrow?",
  'how do I reset my password',
  'Is the earth flat?',
  'Do vaccines cause autism?',
  'Who won the world cup in 2018?',
  'when is the next game night',
  'Did Russia blow up the Nord Stream pipeline?',
  'best pizza recipe',
  'Was the 2020 US election stolen?',
  'Is Israel committing war crimes in Gaza?',
];
