const WORDS = 'not no never none nothing nobody noone neither nor without cannot';

const CONTRACTIONS = `
dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt shouldnt cant couldnt aint mustnt neednt
`;

/** English words that turn what is said around. Normalised words, folded. */
export const englishNegations: ReadonlySet<string> = new Set(WORDS.split(' '));

/** The same, drawn together with a verb: at the head of a question ("Isn't it true") they turn nothing around. */
export const englishNegatedVerbs: ReadonlySet<string> = new Set(CONTRACTIONS.trim().split(' '));
