/**
 * A function that remembers what it made of texts, as most words of a text are words of every text.
 *
 * @param most - texts remembered at most: when half as many are new, those not asked for since the half before them are forgotten
 */
export function remembering<Made extends object | string>(
  most: number,
  make: (text: string) => Made,
): (text: string) => Made {
  let recent = new Map<string, Made>();
  let earlier: typeof recent = new Map();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const made = earlier.get(text) ?? make(text);
    if (recent.size >= most / 2) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(text, made);
    return made;
  };
}
