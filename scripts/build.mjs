// @ts-check
// Builds the three bundles into out/, always; `ensureBuild` is for those who only want them fresh.
import { rm, writeFile } from 'node:fs/promises';
import { build } from 'vite';
import { sourcesFingerprint, stampFile } from './lib/build.mjs';
import { runMain } from './lib/cli.mjs';
import { inProject, projectRoot } from './lib/project.mjs';

const configFile = inProject('vite.config.ts');
const BUNDLES = ['main', 'preload', 'window'];

await runMain(async () => {
  // Vite's root is the working directory unless a bundle's config says otherwise.
  process.chdir(projectRoot);
  // Taken before the build, so that a source that changes meanwhile makes the result stale.
  const fingerprint = sourcesFingerprint();
  await rm(stampFile, { force: true });
  const start = performance.now();
  for (const mode of BUNDLES) await build({ configFile, mode, logLevel: 'warn' });
  await writeFile(stampFile, fingerprint);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`Built ${BUNDLES.join(', ')} in ${seconds} s.\n`);
  return 0;
});
