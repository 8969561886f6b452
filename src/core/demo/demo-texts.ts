/** Ends every text of the demonstration that members see: places and people in it do not exist. */
export const madeUp = '(made up)';

/** Questions that many ask in much the same words: a topic in each line. */
export const demoTopics: readonly (readonly string[])[] = [
  [
    'Did the council of Samsholm ban bicycles?',
    'did the council of samsholm ban bicycles',
    'Samsholm council: did it ban bicycles?',
    'Did the Samsholm council really ban bicycles??',
  ],
  [
    'Is the water in Port Alder safe to drink?',
    'is port alder water safe to drink',
    'Is it safe to drink the water in Port Alder?',
    'water in Port Alder, safe to drink?',
  ],
  [
    'Was the lighthouse of Kestrel Bay sold to a casino?',
    'was the kestrel bay lighthouse sold to a casino',
    'Lighthouse of Kestrel Bay sold to a casino?',
    'Was the lighthouse in Kestrel Bay really sold to a casino?',
  ],
  [
    'Does the night tram in Lindhaven still run?',
    'does the lindhaven night tram still run',
    'Night tram in Lindhaven: does it still run?',
    'Does the night tram of Lindhaven still run?',
  ],
  [
    'Did the mayor of Ostermoor resign?',
    'did the ostermoor mayor resign',
    'Mayor of Ostermoor: did she resign?',
    'Did the mayor of Ostermoor really resign?',
  ],
  [
    'Are the school exams in Grauwinkel cancelled?',
    'are grauwinkel school exams cancelled',
    'School exams in Grauwinkel cancelled?',
    'Are the exams of the school in Grauwinkel cancelled?',
  ],
];

/** What is asked once, or hardly more often. */
const asked = [
  'Is the {thing} in {place} closing',
  'Who paid for the {thing} in {place}',
  'Was the {thing} in {place} rented out',
];
const things = [
  'bridge',
  'ferry',
  'library',
  'market',
  'harbour',
  'clinic',
  'museum',
  'bakery',
  'theatre',
  'stadium',
  'airport',
  'cemetery',
];
const places = ['Samsholm', 'Port Alder', 'Kestrel Bay', 'Lindhaven', 'Ostermoor', 'Grauwinkel', 'Thornvale'];

export const demoSingles: readonly string[] = asked.flatMap((question) =>
  things.flatMap((thing) =>
    places.map((place) => `${question.replace('{thing}', thing).replace('{place}', place)}?`),
  ),
);

/** Questions so wide that a list is offered. */
export const demoWideQuestions: readonly string[] = [
  'what about the militias',
  'who is behind all this',
  'is any of it true',
  'what does the post say about the army',
  'how many fighters are there',
];

/** Messages that members report. */
export const demoMessages: readonly string[] = [
  'The bridge of Samsholm was paid for three times over, and nobody asks where the money is.',
  'Everyone in Port Alder has been told to boil the water since Tuesday. They hide it from the rest of us.',
  'The lighthouse of Kestrel Bay belongs to a casino now. Signed last night.',
  'Lindhaven stops all trams at eight from next week on. Share this before they delete it.',
  'Nine out of ten shops in Ostermoor are closed for good, look at this photo.',
  'The exams in Grauwinkel were graded before anybody wrote them.',
  'Thornvale has more airports than schools. Let that sink in.',
  'The ferry company pays the council of Samsholm to keep bicycles off the island.',
];
