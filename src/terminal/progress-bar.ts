const width = 30;

/** How far something is, in one line that the next one is written over; the last one ends the line. */
export function progressBar(done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.floor(share * width);
  const bar = '#'.repeat(filled).padEnd(width, '.');
  return `\r[${bar}] ${Math.floor(share * 100)} %${share === 1 ? '\n' : ''}`;
}
