import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentStore } from './history-archive.ts';
import { infoBytes } from './history-segment.ts';

const named = /^(\d{6,9})\.jsonl$/;
const unfinished = /^\d{6,9}\.jsonl\.new$/;

/** Segments as files of one folder that only their owner may read; other files there are left alone. */
export function historyFolder(folder: string): SegmentStore {
  const pathOf = (segment: number) => join(folder, `${String(segment).padStart(6, '0')}.jsonl`);
  return {
    tidy() {
      for (const name of namesIn(folder)) if (unfinished.test(name)) rmSync(join(folder, name));
    },

    list: () => namesIn(folder).flatMap((name) => segmentOf(name) ?? []),

    peek(segment) {
      const file = openSync(pathOf(segment), 'r');
      try {
        const bytes = Buffer.alloc(infoBytes);
        return bytes.subarray(0, readSync(file, bytes));
      } finally {
        closeSync(file);
      }
    },

    write(segment, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(segment);
      const file = openSync(`${path}.new`, 'w', 0o600);
      try {
        writeFileSync(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(`${path}.new`, path);
      syncFolder(folder);
    },

    discard(segment) {
      rmSync(pathOf(segment), { force: true });
    },

    head: (segment) =>
      unlessMissing(null, async () => {
        const file = await open(pathOf(segment), 'r');
        try {
          const { bytesRead, buffer } = await file.read(Buffer.alloc(infoBytes), 0, infoBytes, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await file.close();
        }
      }),

    read: (segment) => unlessMissing(null, () => readFile(pathOf(segment))),

    async rewrite(segment, bytes) {
      const path = pathOf(segment);
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },

    async remove(segment) {
      await rm(pathOf(segment), { force: true });
    },

    size: (segment) => unlessMissing(0, async () => (await stat(pathOf(segment))).size),
  };
}

function segmentOf(name: string): number | null {
  const [, digits] = named.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** That a file has its name now survives a power cut, where the system lets folders be synced. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

async function unlessMissing<Got, Otherwise>(
  otherwise: Otherwise,
  get: () => Promise<Got>,
): Promise<Got | Otherwise> {
  try {
    return await get();
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
