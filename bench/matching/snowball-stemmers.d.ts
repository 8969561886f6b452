/** The part of snowball-stemmers 0.6.0 that is used; the package ships no types. */
declare module 'snowball-stemmers' {
  type Stemmer = { stem(word: string): string };
  type Snowball = { newStemmer(algorithm: 'english'): Stemmer };

  const snowball: Snowball;
  export = snowball;
}
