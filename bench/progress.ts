/** Tells on a terminal how far something is; says nothing where no person looks. */
export type Progress = {
  /** @param share - what is done of it, from 0 to 1 */
  say(what: string, share: number): Promise<void>;
  done(): Promise<void>;
};

const width = 30;

/** A bar in one line of the terminal. */
export function progressBar(heading: string, out: NodeJS.WriteStream = process.stderr): Progress {
  const write = (text: string) =>
    out.isTTY
      ? new Promise<void>((written) => out.write(`\r\u001b[K${text}`, () => written()))
      : Promise.resolve();
  return {
    say: (what, share) => {
      const full = Math.round(share * width);
      const bar = '█'.repeat(full) + '░'.repeat(width - full);
      return write(`${heading} ${bar} ${String(Math.round(share * 100)).padStart(3)} % ${what}`);
    },
    done: () => write(''),
  };
}
