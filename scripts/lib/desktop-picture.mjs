// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { appCommand } from './app.mjs';
import { UserError } from './cli.mjs';
import { inProject } from './project.mjs';
import { runProgram } from './run.mjs';

/**
 * Takes a picture of the whole first screen of a desktop.
 * @param {string} file the PNG to write; its folder is made where there is none
 * @param {NodeJS.ProcessEnv} env of the desktop
 * @throws {UserError} when there is no picture
 */
export async function takeDesktopPicture(file, env) {
  await mkdir(dirname(file), { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'suzu-picture-'));
  try {
    const helper = await appCommand(
      [`--user-data-dir=${profile}`, file],
      inProject('scripts/desktop-screenshot'),
    );
    let words = '';
    const code = await runProgram(helper.command, {
      env: { ...env, ...helper.env },
      stdio: ['ignore', 'ignore', 'pipe'],
      apart: true,
      onStart: (child) =>
        child.stderr?.on('data', (chunk) => {
          words = String(chunk).trim();
        }),
    });
    if (code !== 0) throw new UserError(`No picture of the desktop could be taken: ${words}`);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
