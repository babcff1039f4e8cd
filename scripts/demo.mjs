// @ts-check
// `npm run demo`: the app on its embedded demo server, saying what happens. With `--screenshot FILE` it
// ends with a picture of the desktop instead of going on.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { oneLine, runMain, UserError } from './lib/cli.mjs';
import { pictureDemo, runDemo } from './lib/demo.mjs';
import { hasDesktop, withDesktop } from './lib/desktop-session.mjs';

const USAGE = 'npm run demo -- [--screenshot FILE] [--size=1280x800]';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { screenshot: { type: 'string' }, size: { type: 'string' } },
    });
    return values;
  } catch (error) {
    throw new UserError(`${oneLine(error)} (${USAGE})`);
  }
}

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  const { screenshot, size } = readOptions();
  await ensureBuild();
  // A picture is taken where nothing of the user's can be in it.
  const virtual = process.platform === 'linux' && (screenshot !== undefined || !hasDesktop());
  if (screenshot === undefined) say('The demo runs until Ctrl-C.');
  if (virtual)
    say('It is in a virtual desktop session, which nobody sees; this is what happens there:');
  return withDesktop(
    async (env) => {
      if (screenshot === undefined) return runDemo({ env, say });
      // npm runs scripts in the project's folder, wherever it was called.
      const file = resolve(process.env['INIT_CWD'] ?? '.', screenshot);
      await pictureDemo({ env, say, file });
      return 0;
    },
    { virtual, size },
  );
});
