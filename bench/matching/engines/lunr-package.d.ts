/** The part of lunr 2.3.9 that is used; the package ships no types. */
declare module 'lunr' {
  type Token = { toString(): string };
  type Step = (token: Token) => Token | undefined;
  type Pipeline = { add(...steps: Step[]): void };
  type Query = {
    term(term: Token | readonly Token[], options: { wildcard?: number; usePipeline?: boolean }): void;
  };
  type Index = {
    query(describe: (query: Query) => void): { readonly ref: string; readonly score: number }[];
  };

  class Builder {
    readonly pipeline: Pipeline;
    readonly searchPipeline: Pipeline;
    ref(name: string): void;
    field(name: string): void;
    add(document: Readonly<Record<string, string>>): void;
    build(): Index;
  }

  const lunr: {
    readonly Builder: typeof Builder;
    readonly Query: { readonly wildcard: { readonly TRAILING: number } };
    readonly trimmer: Step;
    readonly stopWordFilter: Step;
    readonly stemmer: Step;
    tokenizer(text: string): Token[];
  };
  export = lunr;
}
