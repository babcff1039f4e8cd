import { readFileSync } from 'node:fs';
import { replacePrivateFile } from '../private-file.ts';

/** Where cursors are kept between runs. */
export interface CursorFile {
  /** Null when there is none yet. @throws when it cannot be read. */
  read(): string | null;
  /** @throws when the disk does not take it; the old content stands then. */
  write(text: string): void;
}

/** A file that only its owner may read: a cursor may be anything that a server sent. */
export function cursorFile(path: string): CursorFile {
  return {
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write: (text) => replacePrivateFile(path, text),
  };
}
