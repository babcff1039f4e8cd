// @ts-check
import { join } from 'node:path';
import { UserError } from './cli.mjs';
import { ensureTestPackages } from './desktop/packages.mjs';
import { resolveElectron } from './electron/resolve.mjs';
import { inProject, projectRoot, readJsonObject } from './project.mjs';
import { runProgram } from './run.mjs';

/**
 * A part of `npm test`.
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<void>} run throws where something is wrong
 */

/** Biome colours what it tells even where no terminal shows it. */
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

/** Everything that needs no desktop, the quickest first. @type {readonly Check[]} */
export const checks = [
  { name: 'lint', run: () => tool('@biomejs/biome', 'biome', 'ci', ...plain) },
  { name: 'types of the app and its tests', run: () => tool('typescript', 'tsc', '-p', '.') },
  { name: 'types of the window', run: () => tool('typescript', 'tsc', '-p', 'src-renderer') },
  { name: 'types of the scripts', run: () => tool('typescript', 'tsc', '-p', 'scripts') },
  { name: 'dead code', run: () => tool('knip', 'knip') },
  { name: 'unit and integration tests', run: () => tool('vitest', 'vitest', 'run') },
  { name: 'build', run: () => run([process.execPath, inProject('scripts/build.mjs')]) },
];

/** The tests on a real Electron. They need what `endToEndNeeds` brings. @type {Check} */
export const endToEnd = {
  name: 'end-to-end tests',
  run: () => tool('@playwright/test', 'playwright', 'test'),
};

/**
 * Brings what the end-to-end tests need.
 * @returns {Promise<string | undefined>} why they cannot run here; undefined when they can
 */
export async function endToEndNeeds() {
  if (process.platform !== 'linux') return 'they need the virtual desktop, which is for Linux';
  try {
    await ensureTestPackages();
    await resolveElectron();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/**
 * Runs a program that npm installed, on this Node.
 * @param {string} packageName
 * @param {string} program as the package's `bin` names it
 * @param {readonly string[]} args
 */
async function tool(packageName, program, ...args) {
  const folder = inProject(`node_modules/${packageName}`);
  const { bin } = readJsonObject(join(folder, 'package.json'));
  const file = typeof bin === 'object' && bin !== null ? Reflect.get(bin, program) : bin;
  await run([process.execPath, join(folder, String(file)), ...args]);
}

/** @param {readonly [string, ...string[]]} command */
async function run(command) {
  const code = await runProgram(command, { cwd: projectRoot });
  if (code !== 0) throw new UserError(`ended with ${code}`);
}
