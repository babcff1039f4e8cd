/** Counts the turns of the event loop from now on. */
export interface Turns {
  /** The number of the one that is running. */
  now(): number;
  stop(): void;
}

/** Keeps the event loop turning until it is stopped. */
export function countTurns(): Turns {
  let turn = 0;
  let next: NodeJS.Immediate;
  const count = () => {
    turn += 1;
    next = setImmediate(count);
  };
  next = setImmediate(count);
  return { now: () => turn, stop: () => clearImmediate(next) };
}

/** How often the number stands there that does so most often. */
export function mostOften(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return Math.max(...counts.values());
}
