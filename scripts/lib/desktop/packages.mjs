// @ts-check
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { oneLine, UserError } from '../cli.mjs';
import { findProgram } from '../run.mjs';
import { fonts, libraries, programs } from './requirements.mjs';

const run = promisify(execFile);
const APT_LISTS = '/var/lib/apt/lists';

/**
 * Makes sure that the programs, libraries and fonts of the virtual desktop are there. As root on
 * Debian and its kin it installs what is missing; elsewhere it says how to.
 * @param {(line: string) => void} [log]
 * @throws {UserError} with the one command that installs what is missing
 */
export async function ensurePackages(log = (line) => process.stderr.write(`${line}\n`)) {
  const apt = findProgram('apt-get') !== undefined;
  const missing = await whatIsMissing(apt);
  if (missing.length === 0) return;
  if (!apt) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new UserError(
      `The virtual desktop needs ${names}: install them with this system's package manager, or run this in a desktop session.`,
    );
  }
  const packages = await packagesFor(missing);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if (process.getuid?.() !== 0) {
    throw new UserError(
      `The virtual desktop needs more Debian packages. Run: sudo apt-get ${install.join(' ')}`,
    );
  }
  log(`Installing Debian packages for the virtual desktop: ${packages.join(' ')} …`);
  await installAsRoot(install);
  const still = await whatIsMissing(apt);
  if (still.length > 0) {
    throw new UserError(
      `The packages are installed, but these are still missing: ${still.map(({ name }) => name).join(', ')}.`,
    );
  }
}

/** @param {boolean} withFonts fonts are looked for where Debian puts them */
async function whatIsMissing(withFonts) {
  const { stdout } = await run(findProgram('ldconfig') ?? '/sbin/ldconfig', ['-p']);
  const known = new Set(stdout.split('\n').map((line) => line.trim().split(' ')[0]));
  return [
    ...programs.filter(({ name }) => findProgram(name) === undefined),
    ...libraries.filter(({ name }) => !known.has(name)),
    ...(withFonts ? fonts.filter(({ name }) => !existsSync(name)) : []),
  ];
}

/**
 * The packages' names here: newer releases have other names for some.
 * @param {readonly import('./requirements.mjs').Requirement[]} missing
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

/** @param {readonly string[]} install */
async function installAsRoot(install) {
  try {
    // Old lists name files that the mirror no longer has; new ones mend that.
    await apt(install).catch(() => apt(['update']).then(() => apt(install)));
  } catch (error) {
    throw new UserError(
      `apt-get could not install what the virtual desktop needs: ${oneLine(error)}`,
    );
  }
}

/** @param {readonly string[]} words */
const apt = (words) =>
  run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 26,
  });
