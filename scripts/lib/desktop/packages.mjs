// @ts-check
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { oneLine, UserError } from '../cli.mjs';
import { findProgram, findSystemProgram } from '../run.mjs';
import {
  fonts,
  libraries,
  programs,
  pythonModules,
  testServers,
  unwantedServices,
} from './requirements.mjs';
import { holdServices } from './services.mjs';

const run = promisify(execFile);
const APT_LISTS = '/var/lib/apt/lists';
/** Debian's packages bring modules for this one, whichever is first in PATH. */
const PYTHON = '/usr/bin/python3';

/** @typedef {import('./requirements.mjs').Requirement} Requirement */
/** @typedef {(line: string) => void} Log */

/**
 * Makes sure that the programs, libraries and fonts of the virtual desktop are there. As root on
 * Debian and its kin it installs what is missing; elsewhere it says how to.
 * @param {Log} [log]
 * @throws {UserError} with the one command that installs what is missing
 */
export const ensurePackages = (log) => ensure('the virtual desktop', missingForDesktop, log);

/**
 * The same for everything that the tests need: the virtual desktop, and servers to listen to. None of
 * these servers is started by being installed.
 * @param {Log} [log]
 * @throws {UserError} with the one command that installs what is missing
 */
export const ensureTestPackages = (log) => ensure('the tests', missingForTests, log);

/**
 * @param {string} purpose
 * @param {(apt: boolean) => Promise<readonly Requirement[]>} whatIsMissing
 * @param {Log} log
 */
async function ensure(
  purpose,
  whatIsMissing,
  log = (line) => void process.stderr.write(`${line}\n`),
) {
  const apt = findProgram('apt-get') !== undefined;
  const missing = await whatIsMissing(apt);
  if (missing.length === 0) return;
  if (!apt) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new UserError(
      `Missing for ${purpose}: ${names}. Install them with this system's package manager, or run this in a desktop session.`,
    );
  }
  const packages = await packagesFor(missing);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if (process.getuid?.() !== 0) {
    throw new UserError(
      `More Debian packages are needed for ${purpose}. Run: sudo apt-get ${install.join(' ')}`,
    );
  }
  log(`Installing Debian packages for ${purpose}: ${packages.join(' ')} …`);
  await installAsRoot(purpose, install);
  const still = await whatIsMissing(apt);
  if (still.length > 0) {
    throw new UserError(
      `The packages are installed, but these are still missing: ${still.map(({ name }) => name).join(', ')}.`,
    );
  }
}

/** @param {boolean} withFonts fonts are looked for where Debian puts them */
async function missingForDesktop(withFonts) {
  const { stdout } = await run(findSystemProgram('ldconfig') ?? 'ldconfig', ['-p']);
  const known = new Set(stdout.split('\n').map((line) => line.trim().split(' ')[0]));
  return [
    ...programs.filter(({ name }) => findProgram(name) === undefined),
    ...libraries.filter(({ name }) => !known.has(name)),
    ...(withFonts ? fonts.filter(({ name }) => !existsSync(name)) : []),
  ];
}

/** @param {boolean} withFonts */
async function missingForTests(withFonts) {
  const modules = await Promise.all(pythonModules.map(({ name }) => hasPythonModule(name)));
  return [
    ...(await missingForDesktop(withFonts)),
    ...testServers.filter(({ name }) => findSystemProgram(name) === undefined),
    ...pythonModules.filter((_, index) => !modules[index]),
  ];
}

/** @param {string} name */
const hasPythonModule = (name) =>
  run(PYTHON, ['-c', `import ${name}`]).then(
    () => true,
    () => false,
  );

/**
 * The packages' names here: newer releases have other names for some.
 * @param {readonly Requirement[]} missing
 */
async function packagesFor(missing) {
  if (!(await hasLists()) && process.getuid?.() === 0) await apt(['update']);
  const names = new Set();
  for (const { packages } of missing) {
    const existing = await Promise.all(packages.map(isPackage));
    names.add(packages.find((_, index) => existing[index]) ?? packages[0]);
  }
  return [...names].sort();
}

/** @param {string} name */
const isPackage = (name) =>
  run('apt-cache', ['show', '--no-all-versions', name]).then(
    () => true,
    () => false,
  );

const hasLists = async () =>
  (await readdir(APT_LISTS).catch(() => [])).some((name) => name.includes('_Packages'));

/**
 * @param {string} purpose
 * @param {readonly string[]} install
 */
async function installAsRoot(purpose, install) {
  const release = await holdServices(unwantedServices);
  try {
    // Old lists name files that the mirror no longer has; new ones mend that.
    await apt(install).catch(() => apt(['update']).then(() => apt(install)));
  } catch (error) {
    throw new UserError(
      `apt-get could not install what is needed for ${purpose}: ${oneLine(error)}`,
    );
  } finally {
    await release();
  }
}

/** @param {readonly string[]} words */
const apt = (words) =>
  run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 26,
  });
