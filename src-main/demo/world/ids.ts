/** Misskey's `aidx` ids count from here. */
const epochMs = Date.UTC(2000, 0, 1);

const pad = (value: number, length: number) =>
  value.toString(36).padStart(length, '0').slice(-length);

export interface IdGenerator {
  /**
   * A new id in the manner of `aidx`: 8 characters of time, 4 of the process, 4 of a counter. Ids sort
   * as strings by `at` (ms since the epoch) and, within one millisecond, by the order of the calls.
   */
  next(at: number): string;
}

export function createIdGenerator(processName = 'demo'): IdGenerator {
  let counter = 0;
  return {
    next(at) {
      const id = `${idOfTime(at)}${processName}${pad(counter, 4)}`;
      counter += 1;
      return id;
    },
  };
}

/** The first eight characters that ids made at `at` (ms since the epoch) have. */
export function idOfTime(at: number): string {
  return pad(Math.max(0, Math.floor(at) - epochMs), 8);
}
