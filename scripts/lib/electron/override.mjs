// @ts-check
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../cli.mjs';
import { inProject } from '../project.mjs';
import { executableIn, linkTree, makeFolderAtomically } from './dist.mjs';
import { hasLauncher, putLauncher } from './launcher.mjs';

/**
 * The Electron that ELECTRON_OVERRIDE_DIST_PATH names. One without a `default_app.asar` cannot run a
 * project's folder; it is not ours to change, so it is linked into the project's cache, and the
 * project's launcher is put into that copy.
 * @param {string} folder
 * @returns {Promise<string>} the folder to run from
 * @throws {UserError} when there is no Electron
 */
export async function overrideElectron(folder) {
  const dist = resolve(folder);
  const program = executableIn(dist);
  if (!existsSync(program)) {
    throw new UserError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but there is no ${program}. Unset it, or set it to ` +
        'the folder of an unpacked Electron.',
    );
  }
  if (process.platform === 'darwin' || hasLauncher(dist)) return dist;
  const { size, mtimeMs } = statSync(program);
  const copy = inProject(
    `node_modules/.cache/suzu/electron-override-${size}-${Math.floor(mtimeMs)}`,
  );
  if (!existsSync(executableIn(copy))) await makeFolderAtomically(copy, (to) => linkTree(dist, to));
  await putLauncher(copy);
  return copy;
}
