import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { replacePrivateFile } from '../private-file.ts';
import type { LineFile } from './history.ts';

const newline = 0x0a;

/**
 * Lines in a file that only its owner may read. Appending writes each line with one call, so that a
 * kill at any byte costs at most that line; replacing goes through a second file and a rename.
 */
export function historyFile(path: string): LineFile {
  let descriptor: number | null = null;

  const open = () => {
    if (descriptor === null) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      descriptor = openSync(path, 'a', 0o600);
    }
    return descriptor;
  };
  const close = () => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };

  return {
    read() {
      const bytes = readOrEmpty(path);
      const end = bytes.lastIndexOf(newline) + 1;
      // An unfinished line would swallow the next one that is appended, and what it told never happened.
      if (end < bytes.length) truncateSync(path, end);
      return bytes
        .subarray(0, end)
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '');
    },
    append(line) {
      writeFileSync(open(), `${line}\n`);
    },
    replace(lines) {
      // What was open is the old file; the next line belongs to the new one.
      close();
      replacePrivateFile(path, lines.map((line) => `${line}\n`).join(''));
    },
  };
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return Buffer.alloc(0);
    }
    throw error;
  }
}
