const ROW = 'zero two three four five six seven eight nine ten eleven twelve';

/** Without "one", which mostly is no number; hundreds and beyond are told apart as words. */
export const englishNumberWords: ReadonlyMap<string, string> = new Map(
  ROW.split(' ').map((word, place): [string, string] => [word, String(place === 0 ? 0 : place + 1)]),
);
