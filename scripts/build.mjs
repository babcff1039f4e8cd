// @ts-check
// Builds the bundles into out/, always, with the terms of what they hold; `ensureBuild` is for those
// who only want them fresh.
import { rm, writeFile } from 'node:fs/promises';
import { build } from 'vite';
import { sourcesFingerprint, stampFile } from './lib/build.mjs';
import { runMain } from './lib/cli.mjs';
import { inProject, projectRoot } from './lib/project.mjs';
import { foldersOf, thirdPartyNotices } from './lib/third-party.mjs';

const configFile = inProject('vite.config.ts');
/** Each with the folder below out/ that it goes to. */
const BUNDLES = {
  main: 'main',
  updater: 'main',
  mqtt: 'main',
  preload: 'preload',
  window: 'window',
};

await runMain(async () => {
  // Vite's root is the working directory unless a bundle's config says otherwise.
  process.chdir(projectRoot);
  // Taken before the build, so that a source that changes meanwhile makes the result stale.
  const fingerprint = sourcesFingerprint();
  await rm(stampFile, { force: true });
  const start = performance.now();
  const packages = [];
  for (const [mode, folder] of Object.entries(BUNDLES)) {
    await build({ configFile, mode, logLevel: 'warn' });
    const noted = inProject(`out/${folder}/packages-${mode}.json`);
    packages.push(...foldersOf(noted));
    await rm(noted);
  }
  await writeFile(inProject('out/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
  await writeFile(stampFile, fingerprint);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`Built ${Object.keys(BUNDLES).join(', ')} in ${seconds} s.\n`);
  return 0;
});
