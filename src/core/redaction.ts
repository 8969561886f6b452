const redactions: readonly (readonly [RegExp, string])[] = [
  [/<(?:@[!&]?|#|a?:\w{1,32}:|\/[^:>]{1,64}:)\d{1,20}>/gu, '[mention]'],
  [/\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu, '[e-mail]'],
  [/@[\p{L}\p{N}_.]{2,32}/gu, '[mention]'],
  [/\b\d{15,20}\b/gu, '[id]'],
  [/(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().\-/]{0,2}\d){7,14}(?![\p{L}\p{N}])/gu, '[phone number]'],
];

/**
 * Takes e-mail addresses, phone numbers, mentions and ids out of a member's question before it is stored.
 *
 * @param text - the question as typed
 * @returns at most 500 characters
 */
export function redact(text: string): string {
  let redacted = text;
  for (const [pattern, replacement] of redactions) redacted = redacted.replace(pattern, replacement);
  return redacted.slice(0, 500).trim();
}
