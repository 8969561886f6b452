/** Runs pieces of work of one key one after another, so that none slips in between reading and writing. */
export function oneAtATime(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    const over = () => void (last.get(key) === turn && last.delete(key));
    last.set(key, turn);
    turn.then(over, over);
    return turn;
  };
}
