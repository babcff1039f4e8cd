import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { replacePrivateFile } from '../private-file.ts';

/** Where the history is kept: lines that are only ever appended, and now and then written anew. */
export interface LineFile {
  /** All lines, oldest first; an unfinished last line (the app was killed) is not among them. */
  read(): Iterable<string>;
  /** The line is on its way to the disk when this returns; it survives a kill of the app. */
  append(line: string): void;
  /** Replaces everything at once, or leaves the old content as it was. */
  replace(lines: readonly string[]): void;
  /** In bytes; 0 where there is no file. */
  size(): number;
}

/** Writes bytes at the end of an open file, and returns how many it took; as `fs.writeSync`. */
export type WriteBytes = (descriptor: number, bytes: Buffer, offset: number) => number;

const newline = 0x0a;
const chunkBytes = 1024 * 1024;
/** No line that was written here is longer (bytes): what is, is a damage, and never held whole. */
const longestLine = 4 * 1024 * 1024;

/**
 * Lines in a file that only its owner may read. A kill or a full disk at any byte costs at most the line
 * that was being written; replacing goes through a second file and a rename.
 * @param write how bytes get to the disk; tests bring disks that are full.
 */
export function historyFile(path: string, write: WriteBytes = writeSync): LineFile {
  let descriptor: number | null = null;
  /** An unfinished line stands at the end, and could not be cut off. */
  let isTorn = false;

  const open = () => {
    if (descriptor === null) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      descriptor = openSync(path, 'a', 0o600);
    }
    return descriptor;
  };
  const close = () => {
    const opened = descriptor;
    descriptor = null;
    if (opened !== null) closeSync(opened);
  };

  return {
    *read() {
      const { end, size } = yield* wholeLines(path);
      // An unfinished line would swallow the next one that is appended, and what it told never happened.
      if (end < size) isTorn = !succeeds(() => truncateSync(path, end));
    },
    append(line) {
      const file = open();
      const bytes = Buffer.from(isTorn ? `\n${line}\n` : `${line}\n`);
      let written = 0;
      try {
        while (written < bytes.length) written += write(file, bytes, written);
        isTorn = false;
      } catch (error) {
        const half = written;
        if (half > 0) {
          isTorn = !succeeds(() => ftruncateSync(file, fstatSync(file).size - half)) || isTorn;
        }
        // A disk that was away has the file under another handle when it is back.
        succeeds(close);
        throw error;
      }
    },
    replace(lines) {
      // What was open is the old file; the next line belongs to the new one.
      close();
      replacePrivateFile(path, lines.map((line) => `${line}\n`).join(''));
      isTorn = false;
    },
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  };
}

/** Gives every line that ends; returns where the last of them ends, and how long the file is (bytes). */
function* wholeLines(path: string): Generator<string, { end: number; size: number }> {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return { end: 0, size: 0 };
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let pending: Buffer = Buffer.alloc(0);
    let isTooLong = false;
    let end = 0;
    let size = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const bytes = Buffer.concat([pending, chunk.subarray(0, read)]);
      const before = size - pending.length;
      size += read;
      let start = 0;
      for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, start)) {
        const line = isTooLong ? 'too long' : textOf(bytes.subarray(start, at), end === 0);
        isTooLong = false;
        start = at + 1;
        end = before + start;
        if (line !== '') yield line;
      }
      pending = bytes.subarray(start);
      if (pending.length > longestLine) {
        pending = Buffer.alloc(0);
        isTooLong = true;
      }
    }
    return { end, size };
  } finally {
    closeSync(file);
  }
}

/** A power cut leaves zeros, and what was appended later stands behind them; some editors leave a mark. */
function textOf(bytes: Buffer, isFirst: boolean): string {
  let start = 0;
  while (bytes[start] === 0) start += 1;
  const text = bytes.toString('utf8', start);
  return isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
