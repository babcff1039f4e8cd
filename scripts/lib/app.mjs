// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resolveElectron } from './electron/resolve.mjs';
import { projectRoot } from './project.mjs';

const SETUID = 0o4000;

/**
 * How the app is run from source.
 * @param {readonly string[]} args the app's own arguments
 * @param {string} [directory] the app's folder; this project by default
 * @returns {Promise<{ command: readonly [string, ...string[]], env: Record<string, string> }>} the command,
 *   and what to add to the environment
 */
export async function appCommand(args, directory = projectRoot) {
  const { executable, dist } = await resolveElectron();
  return { command: [executable, directory, ...args], env: sandboxEnv(dist) };
}

/**
 * How a packaged app is run.
 * @param {string} program
 * @param {readonly string[]} args the app's own arguments
 * @returns {{ command: readonly [string, ...string[]], env: Record<string, string> }} as `appCommand`
 */
export function packagedCommand(program, args) {
  return { command: [program, ...args], env: sandboxEnv(dirname(program)) };
}

/**
 * Chromium refuses to run as root with its sandbox, and without it where the kernel gives it neither
 * user namespaces nor a helper of root's: in most containers, CI's among them. Only what runs from
 * source or for a test goes on without it then; packages that ship never do by themselves. The variable does the same as
 * `--no-sandbox` and leaves the app's arguments as the user wrote them.
 * @param {string} dist
 * @returns {Record<string, string>}
 */
function sandboxEnv(dist) {
  if (process.platform !== 'linux' || canSandbox(dist)) return {};
  return { ELECTRON_DISABLE_SANDBOX: '1' };
}

/** @param {string} dist */
function canSandbox(dist) {
  if (process.getuid?.() === 0) return false;
  const helper = join(dist, 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & SETUID) !== 0) return true;
  }
  const { error, status } = spawnSync('unshare', ['--user', '--map-root-user', 'true']);
  if (error === undefined && status !== 0) {
    process.stderr.write(
      'This system gives Chromium no sandbox; running from source without it.\n',
    );
    return false;
  }
  return true;
}
