// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { oneLine } from '../cli.mjs';
import { inProject, readJsonObject } from '../project.mjs';
import { executableIn, versionOf } from './dist.mjs';

const PROBE_TIMEOUT_MS = 3000;
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const LAST_WORDS_BYTES = 4000;

const electronPackage = inProject('node_modules/electron');
const dist = join(electronPackage, 'dist');

/** The version of the `electron` package that the project declares and npm installed. */
export function declaredVersion() {
  return String(readJsonObject(join(electronPackage, 'package.json'))['version']);
}

/** The folder of the official Electron of the declared version, or undefined while there is none. */
export function installedOfficial() {
  const complete = existsSync(join(electronPackage, 'path.txt')) && existsSync(executableIn(dist));
  return complete && versionOf(dist) === declaredVersion() ? dist : undefined;
}

/**
 * Downloads the official Electron with the `electron` package's own installer, which checks its
 * hashes and honours its mirror settings.
 * @param {(line: string) => void} log
 * @returns {Promise<{ dist: string } | { failure: string }>} the failure in one line
 */
export async function downloadOfficial(log) {
  const unreachable = await probe();
  if (unreachable !== undefined) return { failure: unreachable };
  log(`Downloading Electron ${declaredVersion()} …`);
  const failure = await runInstaller();
  if (failure !== undefined) return { failure };
  const installed = installedOfficial();
  return installed === undefined
    ? { failure: 'its installer ended well but left no program' }
    : { dist: installed };
}

/**
 * Asks the download's host for an answer, any answer, within seconds: the installer itself may wait
 * for minutes where a firewall swallows packets. With a mirror or a proxy set the probe would ask the
 * wrong way, so there the installer decides.
 */
async function probe() {
  const ownWay = /^(npm_config_)?electron_mirror$|^electron_get_use_proxy$|^https?_proxy$/i;
  if (Object.keys(process.env).some((name) => ownWay.test(name))) return undefined;
  try {
    await fetch('https://github.com/', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return undefined;
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    return `github.com cannot be reached (${oneLine(cause)})`;
  }
}

/** @returns {Promise<string | undefined>} why it failed */
async function runInstaller() {
  const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    // Its progress bar would go to our stdout, which may carry the app's own output.
    stdio: ['ignore', 2, 'pipe'],
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk) => {
    lastWords = (lastWords + chunk).slice(-LAST_WORDS_BYTES);
  });
  const [code, signal] = await once(child, 'close');
  if (code === 0) return undefined;
  if (signal !== null) return `the download took over ${DOWNLOAD_TIMEOUT_MS / 60_000} minutes`;
  return lastWords.split('\n').find((line) => /error/i.test(line)) ?? 'its installer failed';
}
