import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** So many are kept, the newest ones, and none longer than this. */
const mostDumps = 5;
const longestMs = 30 * 24 * 60 * 60 * 1_000;
/** Folders below the first are Crashpad's own (`pending`, `completed`, `new`, `reports`). */
const deepest = 2;

interface Dump {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Removes the oldest dumps of crashes, and tells how many of those that stay are newer than `since`
 * (milliseconds since the epoch). Never rejects: a folder that cannot be read holds none.
 */
export async function tidyCrashDumps(folder: string, now: number, since: number): Promise<number> {
  const dumps = (await dumpsIn(folder, deepest)).sort((a, b) => b.at - a.at);
  const kept = dumps.filter(({ at }, index) => index < mostDumps && now - at < longestMs);
  await Promise.all(
    dumps
      .filter((dump) => !kept.includes(dump))
      .flatMap(({ path }) => [path, path.replace(/\.dmp$/, '.meta')])
      .map((path) => rm(path, { force: true }).catch(() => {})),
  );
  return kept.filter(({ at }) => at >= since).length;
}

async function dumpsIn(folder: string, depth: number): Promise<Dump[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry): Promise<Dump[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth > 0 ? dumpsIn(path, depth - 1) : [];
      if (!entry.isFile() || !entry.name.endsWith('.dmp')) return [];
      const about = await stat(path).catch(() => null);
      return about === null ? [] : [{ path, at: about.mtimeMs }];
    }),
  );
  return found.flat();
}
