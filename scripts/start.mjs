// @ts-check
// `npm start -- ARGUMENTS`: the app from source, in this desktop session or, where there is none, in a
// virtual one. Stdout carries the app's own output and nothing else.
import { appCommand } from './lib/app.mjs';
import { ensureBuild } from './lib/build.mjs';
import { runMain } from './lib/cli.mjs';
import { withDesktop } from './lib/desktop-session.mjs';
import { runProgram } from './lib/run.mjs';

await runMain(async () => {
  await ensureBuild();
  const app = await appCommand(process.argv.slice(2));
  return withDesktop((env) =>
    runProgram(app.command, {
      env: { ...env, ...app.env },
      stdio: ['ignore', 'inherit', 'inherit'],
      apart: true,
    }),
  );
});
