// @ts-check
// Prints the path of an Electron program that runs the project from source, and gets one first when
// there is none. News goes to stderr.
import { runMain } from './lib/cli.mjs';
import { resolveElectron } from './lib/electron/resolve.mjs';

await runMain(async () => {
  const { executable } = await resolveElectron();
  process.stdout.write(`${executable}\n`);
  return 0;
});
