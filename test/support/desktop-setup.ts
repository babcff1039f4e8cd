import { ensureBuild } from '../../scripts/lib/build.mjs';
import { ensureTestPackages } from '../../scripts/lib/desktop/packages.mjs';
import { resolveElectron } from '../../scripts/lib/electron/resolve.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { runProgram } from '../../scripts/lib/run.mjs';

/** Brings what the tests stand on before the first of them runs, and once for all workers. */
export default async function setUp(): Promise<void> {
  await ensureTestPackages();
  const { dist } = await resolveElectron();
  // Workers inherit the environment and need not look for it again.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist;
  await Promise.all([ensureBuild(), buildHarness()]);
}

/** One for all workers: whoever built it later would build it under the others' running windows. */
async function buildHarness(): Promise<void> {
  const script = inProject('test/support/window-harness/build.mjs');
  const code = await runProgram([process.execPath, script], { stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error('the window’s harness could not be built');
}
