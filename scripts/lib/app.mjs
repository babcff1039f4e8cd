// @ts-check
import { resolveElectron } from './electron/resolve.mjs';
import { projectRoot } from './project.mjs';

/**
 * How the app is run from source.
 * @param {readonly string[]} args the app's own arguments
 * @param {string} [directory] the app's folder; this project by default
 * @returns {Promise<{ command: readonly [string, ...string[]], env: Record<string, string> }>} the command,
 *   and what to add to the environment
 */
export async function appCommand(args, directory = projectRoot) {
  const { executable } = await resolveElectron();
  return { command: [executable, directory, ...args], env: sandboxEnv() };
}

/**
 * Chromium's sandbox refuses to run as root, which containers and CI often are. Only what runs from
 * source gets this; packages that ship never do. The variable does the same as `--no-sandbox`
 * and leaves the app's arguments as the user wrote them.
 * @returns {Record<string, string>}
 */
function sandboxEnv() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return isRoot ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
}
