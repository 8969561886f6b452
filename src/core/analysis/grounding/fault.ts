/** What is wrong with words of a model; stable, for logs and counts. */
export type FaultCode =
  | 'quote.not-found'
  | 'quote.empty'
  | 'gist.empty'
  | 'unattributed'
  | 'verdict'
  | 'order-to-reader'
  | 'other-language'
  | 'off-topic'
  | 'number.invented'
  | 'unit.changed'
  | 'date.invented'
  | 'name.invented'
  | 'negation.lost'
  | 'negation.added'
  | 'opposite'
  | 'actors.swapped'
  | 'modality.strengthened'
  | 'quantifier.changed'
  | 'cause.added'
  | 'language.unknown';

/** One thing that is wrong, and the words it shows in. */
export type Fault = { readonly code: FaultCode; readonly words: readonly string[] };
