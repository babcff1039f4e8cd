// @ts-check
// `npm run package`: the installers of this system. `npm run package:dir`: the app unpacked, for trying
// it out. Both end up in dist/, or in the empty folder that `--output=FOLDER` names.
import { existsSync, statSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listPackage } from '@electron/asar';
import { build } from 'electron-builder';
import { ensureBuild } from './lib/build.mjs';
import { runMain, UserError } from './lib/cli.mjs';
import { declaredVersion, downloadOfficial, installedOfficial } from './lib/electron/official.mjs';
import { resolveElectron } from './lib/electron/resolve.mjs';
import { folderSize, inMegabytes } from './lib/folder-size.mjs';
import { inProject } from './lib/project.mjs';

/**
 * Set to 1, it has package:dir take the Electron that runs the project from source, whichever that is.
 * Without it that happens only where the official Electron cannot be had.
 */
const TEST_RUNTIME = 'SUZU_PACKAGE_WITH_TEST_RUNTIME';

/**
 * `OWNER/NAME` of the GitHub repository whose releases the packages renew themselves from; the release
 * workflow sets it. Without it they leave that to whoever made them.
 */
const UPDATE_REPOSITORY = 'SUZU_UPDATE_REPOSITORY';

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
 * What electron-builder is told of where newer versions are.
 * @throws {UserError} when the repository's name is none
 */
function updateFeed() {
  const repository = process.env[UPDATE_REPOSITORY];
  if (repository === undefined || repository === '') return {};
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new UserError(`${UPDATE_REPOSITORY} is "${repository}"; write it as OWNER/NAME.`);
  }
  return { publish: { provider: /** @type {const} */ ('github'), owner, repo } };
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

/**
 * @param {string | undefined} asked
 * @returns {Promise<string>} an empty folder, or one that is not there yet
 */
async function prepareOutput(asked) {
  if (asked === undefined) {
    const usual = inProject('dist');
    await rm(usual, { recursive: true, force: true });
    return usual;
  }
  const folder = resolve(asked);
  const inside = existsSync(folder) ? await readdir(folder) : [];
  if (inside.length > 0) throw new UserError(`${folder} is not empty. Choose another folder.`);
  return folder;
}

await runMain(async () => {
  const { values } = parseArgs({
    options: { dir: { type: 'boolean' }, output: { type: 'string' } },
  });
  const toShip = values.dir !== true;
  const feed = updateFeed();
  const runtime = await chooseRuntime(toShip);
  const output = await prepareOutput(values.output);
  await ensureBuild();
  /** @type {string[]} */
  const apps = [];
  const artifacts = await build({
    dir: !toShip,
    publish: 'never',
    config: {
      ...runtime,
      ...feed,
      directories: { output },
      afterPack: async ({ appOutDir, packager }) => {
        await tidy(packager.getResourcesDir(appOutDir));
        apps.push(appOutDir);
      },
    },
  });
  for (const app of apps.filter((folder) => existsSync(folder))) {
    say(`Unpacked app, ${inMegabytes(folderSize(app))}: ${app}`);
    if (runtime !== null) await markAsTest(app, runtime.electronVersion);
  }
  for (const file of toShip ? artifacts : []) {
    say(`${inMegabytes(statSync(file).size)}: ${file}`);
  }
  return 0;
});
