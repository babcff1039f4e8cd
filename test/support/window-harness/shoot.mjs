// Takes a picture of every state of the window: node test/support/window-harness/shoot.mjs FOLDER [NAME]
// NAME: only those whose name begins with it. Needs a display, as any Electron does.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';
import { appCommand } from '../../../scripts/lib/app.mjs';
import { inProject } from '../../../scripts/lib/project.mjs';
import { buildHarness, harnessFolder } from './build.mjs';

const [folder, only = ''] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Say where the pictures go: shoot.mjs FOLDER [NAME]\n');
  process.exit(2);
}
await build({ configFile: inProject('vite.config.ts'), mode: 'window', logLevel: 'warn' });
await buildHarness();
const { command, env } = await appCommand(
  [`--shoot=${resolve(folder)}`, `--only=${only}`],
  harnessFolder,
);
const [program, ...args] = command;
const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
