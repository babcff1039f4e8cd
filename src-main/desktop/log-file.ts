import { appendFileSync, mkdirSync } from 'node:fs';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log, LogFields, LogLevel } from '../engine/log.ts';
import { logLine } from './diagnostics/log-line.ts';
import type { Redactor } from './diagnostics/redact.ts';

export interface LogFileOptions {
  /** The newest file; older ones stand beside it as `<path>.1` (newer) to `<path>.<keep>`. */
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly redactor: Redactor;
  /** Is given each line too, for whoever watches. */
  readonly echo: (line: string) => void;
  /** Bytes to which a file may grow; 1 MiB when left out. */
  readonly mostBytes?: number;
  /** How many full files are kept; 3 when left out. */
  readonly keep?: number;
}

/** A log in files that only their owner may read. */
export interface LogFile extends Log {
  /** Resolves when everything said so far is on the disk, or given up. */
  flush(): Promise<void>;
  /** Writes what waits, blocking: for the very end. What is just being written may stand there twice. */
  flushNow(): void;
  /** How many lines the disk did not take, on this run. */
  readonly lost: number;
}

/** What waits for a slow disk is bounded, in UTF-16 units; what comes on top is counted, not kept. */
const mostWaiting = 512 * 1024;

/**
 * Writes to the disk beside everything else, in the order of the calls. A disk that takes nothing stops nobody:
 * the lines are given up, and their number stands in the log once it can be written again.
 */
export function openLogFile(options: LogFileOptions): LogFile {
  const { path, now, redactor, echo, mostBytes = 1024 * 1024, keep = 3 } = options;
  let waiting: string[] = [];
  let waitingSize = 0;
  /** What the disk has been given and has not yet taken. */
  let underWay = '';
  let writing: Promise<void> | null = null;
  let lost = 0;
  let toldLost = 0;
  /** Bytes in the file; null until it was looked at. */
  let size: number | null = null;
  /** The last attempt may have left half a line. */
  let torn = false;

  function write(level: LogLevel, message: string, fields?: LogFields): void {
    const line = logLine(now(), level, message, fields, redactor);
    echo(line);
    if (waitingSize + line.length > mostWaiting) {
      lost += 1;
      return;
    }
    waiting.push(line);
    waitingSize += line.length;
    writing ??= drain().finally(() => {
      writing = null;
    });
  }

  function take(): { readonly text: string; readonly lines: number; readonly lost: number } {
    const since = lost - toldLost;
    const note =
      since === 0
        ? ''
        : logLine(now(), 'warn', 'log: lines could not be written', { count: since }, redactor);
    const batch = {
      text: `${torn ? '\n' : ''}${note}${waiting.join('')}`,
      lines: waiting.length,
      lost,
    };
    waiting = [];
    waitingSize = 0;
    return batch;
  }

  async function drain(): Promise<void> {
    // Lines of one moment go out together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = take();
      underWay = batch.text;
      try {
        await append(batch.text);
        toldLost = batch.lost;
        torn = false;
      } catch {
        lost += batch.lines;
        torn = true;
        size = null;
      }
      underWay = '';
    }
  }

  async function append(text: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    size ??= await sizeOf(path);
    const bytes = Buffer.byteLength(text);
    if (size > 0 && size + bytes > mostBytes) {
      await rotate();
      size = 0;
    }
    await appendFile(path, text, { mode: 0o600 });
    size += bytes;
  }

  async function rotate(): Promise<void> {
    for (let number = keep; number >= 1; number -= 1) {
      const newer = number === 1 ? path : `${path}.${number - 1}`;
      await rename(newer, `${path}.${number}`).catch(passWhenMissing);
    }
  }

  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
    flush: async () => {
      while (writing !== null) await writing;
    },
    flushNow() {
      const text = `${underWay}${take().text}`;
      if (text === '') return;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        appendFileSync(path, text, { mode: 0o600 });
      } catch {
        // There is nowhere left to say so.
      }
    },
    get lost() {
      return lost;
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    passWhenMissing(error);
    return 0;
  }
}

function passWhenMissing(error: unknown): void {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!isMissing) throw error;
}
