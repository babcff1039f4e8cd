import type { Clock } from '../../engine/streaming/clock.ts';

/** Where Node tells of errors that nothing caught. */
export interface DefectSource {
  on(
    event: 'uncaughtException' | 'unhandledRejection',
    listener: (error: unknown) => void,
  ): unknown;
}

/** Told of each error that nothing caught; `words` is its stack, or what stands for one. */
export interface DefectListener {
  onDefect(words: string): void;
  /** So many in so short a time that going on makes no sense. */
  onTooMany(): void;
}

export interface Defects {
  /** From now on this one is told, also of what came before. */
  listen(listener: DefectListener): void;
}

/** More than this within `withinMs` is too many. */
const most = 10;
const withinMs = 60_000;
const mostKept = 20;

/**
 * Catches what nothing else caught, from the first line of the program on. Electron would show a dialog of
 * its own with a stack in it and go on; Suzu goes on too, since a bell that is gone rings for nothing, but
 * says so in its own words, and gives up where it does not end.
 */
export function catchDefects(source: DefectSource, clock: Clock): Defects {
  let listener: DefectListener | null = null;
  const early: string[] = [];
  let times: number[] = [];
  let gaveUp = false;

  function tell(words: string): void {
    if (listener === null) {
      if (early.length < mostKept) early.push(words);
      return;
    }
    const now = clock.monotonic();
    times = [...times.filter((at) => now - at < withinMs), now];
    // What fails while it tells of a failure must not go round for ever.
    if (gaveUp) return;
    listener.onDefect(words);
    if (times.length <= most) return;
    gaveUp = true;
    listener.onTooMany();
  }

  const onError = (error: unknown) => tell(wordsOf(error));
  source.on('uncaughtException', onError);
  source.on('unhandledRejection', onError);
  return {
    listen(next) {
      listener = next;
      for (const words of early.splice(0)) tell(words);
    },
  };
}

function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  try {
    return String(error);
  } catch {
    return 'something that cannot be told';
  }
}
