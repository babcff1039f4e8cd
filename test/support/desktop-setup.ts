import { ensureBuild } from '../../scripts/lib/build.mjs';
import { ensurePackages } from '../../scripts/lib/desktop/packages.mjs';
import { resolveElectron } from '../../scripts/lib/electron/resolve.mjs';

/** Brings what the tests stand on before the first of them runs, and once for all workers. */
export default async function setUp(): Promise<void> {
  await ensurePackages();
  const { dist } = await resolveElectron();
  // Workers inherit the environment and need not look for it again.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist;
  await ensureBuild();
}
