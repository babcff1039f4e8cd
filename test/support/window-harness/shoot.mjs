// Takes pictures of every view of the window:
//   node test/support/window-harness/shoot.mjs FOLDER [--all] [NAME]
// In English, light and dark; --all: in every language, at 100 % and 200 %, and in forced colours.
// NAME: only those whose name begins with it. Needs a display, as any Electron does.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { appCommand } from '../../../scripts/lib/app.mjs';
import { inProject } from '../../../scripts/lib/project.mjs';
import { buildHarness, harnessFolder } from './build.mjs';

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder, only = ''] = positionals;
if (folder === undefined) {
  process.stderr.write('Say where the pictures go: shoot.mjs FOLDER [--all] [NAME]\n');
  process.exit(2);
}
await build({ configFile: inProject('vite.config.ts'), mode: 'window', logLevel: 'warn' });
await buildHarness();
const { command, env } = await appCommand(
  [`--shoot=${resolve(folder)}`, `--only=${only}`, ...(values.all ? ['--all'] : [])],
  harnessFolder,
);
const [program, ...args] = command;
const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
