// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './cli.mjs';
import { inProject, projectRoot } from './project.mjs';
import { runProgram } from './run.mjs';

/** What the bundles are made from. */
const SOURCES = [
  'src-main',
  'src-renderer',
  'assets',
  'vite.config.ts',
  'scripts/lib/emoji-plugin.mjs',
  'scripts/lib/emoji-tables.mjs',
  'scripts/lib/third-party.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const OUTPUTS = [
  'out/main/main.cjs',
  'out/main/updater.cjs',
  'out/main/mqtt.cjs',
  'out/preload/preload.cjs',
  'out/window/index.html',
  'out/THIRD-PARTY-NOTICES.txt',
];

/** Holds the fingerprint of the sources that `out/` was made from. */
export const stampFile = inProject('out/sources.txt');

/**
 * Changes with every added, removed or edited source. Times and sizes, not contents: it is asked for
 * at every start.
 */
export function sourcesFingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow).sort()) {
    const { mtimeMs, size } = statSync(join(projectRoot, file));
    hash.update(`${file}\n${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} relative a file or folder
 * @returns {string[]} files, relative to the project
 */
function filesBelow(relative) {
  const path = join(projectRoot, relative);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [relative];
  return readdirSync(path).flatMap((name) => filesBelow(join(relative, name)));
}

/**
 * Builds the bundles unless they are as new as their sources. Everything that the build says goes to
 * stderr: stdout may belong to the app.
 * @throws {UserError} when the build fails
 */
export async function ensureBuild() {
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  const complete = OUTPUTS.every((file) => existsSync(inProject(file)));
  if (complete && built === sourcesFingerprint()) return;
  const code = await runProgram([process.execPath, inProject('scripts/build.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new UserError('The build failed; the lines above say why.');
}
