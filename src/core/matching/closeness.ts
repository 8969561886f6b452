/**
 * Sentences about nothing that is contested. How near a text is to them tells how near this model puts texts that have nothing
 * to do with each other: some put them at a cosine of 0.1, others at 0.75, so that a cosine alone says nothing.
 */
export const neutralTexts: readonly string[] = [
  'The cat sleeps on the warm windowsill all afternoon.',
  'Stir the soup slowly and add a little salt at the end.',
  'My sister plays the cello in a small orchestra.',
  'The last train leaves from platform four at half past nine.',
  'Der Gärtner schneidet im Herbst die Rosen zurück.',
  'Am Sonntag backen wir gemeinsam einen Apfelkuchen.',
  'Les enfants dessinent des bateaux sur le sable mouillé.',
  'El perro del vecino duerme debajo de la mesa.',
  'Il libro che cercavi è sullo scaffale più alto.',
  'Babcia robi na drutach ciepły szalik na zimę.',
  'Ветер тихо качает старые берёзы у реки.',
  'جلسنا في الحديقة وشربنا الشاي بالنعناع.',
  '雨の日は部屋で静かに本を読みます。',
  'तालाब के किनारे बच्चे पतंग उड़ा रहे हैं।',
];

/**
 * How near in meaning, 0 (as near as what has nothing to do with it) to 1 (the same), whatever the model takes for near.
 *
 * @param similarity - the cosine of a text and a claim
 * @param neutral - the mean cosine of the text and `neutralTexts`
 */
export function closenessOf(similarity: number, neutral: number): number {
  if (neutral >= 1) return 0;
  return Math.min(1, Math.max(0, (similarity - neutral) / (1 - neutral)));
}

/** The mean of vectors of one model: what all that it makes has in common, where they are about nothing in common. */
export function centreOf(vectors: readonly Float32Array[]): Float32Array {
  const centre = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    vector.forEach((number, at) => {
      centre[at] = (centre[at] ?? 0) + number / vectors.length;
    });
  return centre;
}

/** The mean cosine of a vector with others, all of length 1; null when one is not as long as it. */
export function meanSimilarity(vector: Float32Array, others: readonly Float32Array[]): number | null {
  if (others.length === 0 || others.some(({ length }) => length !== vector.length)) return null;
  const sum = others.reduce(
    (total, other) => total + vector.reduce((product, number, at) => product + number * (other[at] ?? 0), 0),
    0,
  );
  return sum / others.length;
}
