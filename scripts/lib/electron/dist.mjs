// @ts-check
import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * The program inside an unpacked Electron, by platform.
 * @param {string} dist
 */
export function executableIn(dist) {
  if (process.platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * The version that an unpacked Electron says it is, or undefined where it does not say.
 * @param {string} dist
 */
export function versionOf(dist) {
  const file = join(dist, 'version');
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').trim().replace(/^v/, '');
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @returns {Promise<string>}
 */
export async function hashOf(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest(encoding);
}

/**
 * Makes a folder in one step: `fill` works in a temporary sibling, which is then renamed into place,
 * so that an interrupted run leaves nothing half-made; what such a run left beside it is cleared
 * away. What was there before is replaced. When another process is quicker, its folder stays: both
 * were made the same way.
 * @param {string} folder
 * @param {(temporary: string) => Promise<void>} fill
 */
export async function makeFolderAtomically(folder, fill) {
  const parent = dirname(folder);
  const prefix = `.${basename(folder)}-`;
  await mkdir(parent, { recursive: true });
  await clearDebris(parent, prefix);
  const temporary = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  try {
    await fill(temporary);
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  }
}

/**
 * Removes the temporary folders of processes that are no more.
 * @param {string} parent
 * @param {string} prefix the owner's process id follows it
 */
async function clearDebris(parent, prefix) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(owner)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {unknown} error */
function isTaken(error) {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ENOTEMPTY' || error.code === 'EEXIST';
}

/**
 * Copies a folder, with hard links where the file system allows: an Electron is 295 MB.
 * @param {string} from
 * @param {string} to an existing folder
 */
export async function linkTree(from, to) {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(target);
      await linkTree(source, target);
    } else {
      await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
    }
  }
}
