// @ts-check
// `npm run screenshots`: makes the pictures in the README from the demo, in light and in dark.
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { runMain } from './lib/cli.mjs';
import { pictureDemo } from './lib/demo.mjs';
import { withDesktop } from './lib/desktop-session.mjs';
import { inProject } from './lib/project.mjs';

await runMain(async () => {
  await ensureBuild();
  for (const theme of ['light', 'dark']) {
    await withDesktop(
      async (env) => {
        await pictureDemo({
          env,
          say: (line) => process.stdout.write(`${line}\n`),
          file: join(inProject('assets/screenshots'), `${theme}.png`),
          settings: { settings: { theme } },
        });
        return 0;
      },
      { virtual: true, size: '960x760' },
    );
  }
  return 0;
});
