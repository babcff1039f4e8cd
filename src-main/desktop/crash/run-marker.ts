import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Clock } from '../../engine/streaming/clock.ts';

/** How the run before this one ended. */
export type LastRun =
  /** There was none, or it ended as it should. */
  | { readonly kind: 'ended' }
  /** The computer went down with it. */
  | { readonly kind: 'went-down' }
  /** It crashed or was killed. `startedAt`: milliseconds since the epoch. */
  | { readonly kind: 'died'; readonly startedAt: number };

/** A small file that is there while Suzu runs. None of this throws: without it, nothing is told. */
export interface MarkerFile {
  read(): string | null;
  write(text: string): void;
  remove(): void;
}

export interface RunMarkerOptions {
  readonly file: MarkerFile;
  readonly clock: Clock;
  /** When the computer started, in milliseconds since the epoch. */
  readonly bootedAt: number;
}

/** Tells at the next start how this run ended. */
export interface RunMarker {
  readonly lastRun: LastRun;
  /** Several runs in a row died right after their start: the next would die as well. */
  readonly isLoop: boolean;
  /** This run ends as it should. */
  end(): void;
  /** This run does not: the next one is told so, whatever is called after this. */
  giveUp(): void;
}

/** A run that dies earlier than this (ms) died of its start. */
const earlyMs = 30_000;
const loopAfter = 3;
/** Clocks are set, and boot times are rounded. */
const bootSlackMs = 5_000;

const markerSchema = v.object({
  /** A date, or no language has a name for it. */
  startedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  /** It lived on for `earlyMs`. */
  steady: v.boolean(),
  /** How many runs right before it died early. */
  earlyDeaths: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** Looks at what the last run left, and leaves the same for the next one. */
export function markRun({ file, clock, bootedAt }: RunMarkerOptions): RunMarker {
  const { lastRun, earlyDeaths } = judge(file.read(), bootedAt);
  const startedAt = clock.now();
  const isLoop = earlyDeaths >= loopAfter;
  const mark = (steady: boolean, deaths: number) =>
    file.write(JSON.stringify({ startedAt, steady, earlyDeaths: deaths }));
  // Once safe mode was offered, counting begins anew.
  mark(false, isLoop ? 0 : earlyDeaths);
  let ended = false;
  const steadyTimer = clock.setTimeout(() => mark(true, 0), earlyMs);
  const stop = () => {
    ended = true;
    steadyTimer.cancel();
  };
  return {
    lastRun,
    isLoop,
    end() {
      if (ended) return;
      stop();
      file.remove();
    },
    giveUp: stop,
  };
}

function judge(
  text: string | null,
  bootedAt: number,
): { readonly lastRun: LastRun; readonly earlyDeaths: number } {
  if (text === null) return { lastRun: { kind: 'ended' }, earlyDeaths: 0 };
  const marker = parse(text);
  // Half a file, or zeros, is what a power cut leaves.
  if (marker === null || marker.startedAt < bootedAt - bootSlackMs) {
    return { lastRun: { kind: 'went-down' }, earlyDeaths: 0 };
  }
  return {
    lastRun: { kind: 'died', startedAt: marker.startedAt },
    earlyDeaths: marker.steady ? 0 : marker.earlyDeaths + 1,
  };
}

function parse(text: string): v.InferOutput<typeof markerSchema> | null {
  try {
    return v.parse(markerSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** The marker on a disk. */
export function markerFile(path: string): MarkerFile {
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt(() => readFileSync(path, 'utf8')),
    write: (text) => void attempt(() => writeFileSync(path, text, { mode: 0o600 })),
    remove: () => void attempt(() => rmSync(path, { force: true })),
  };
}
