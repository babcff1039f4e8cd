// Builds the window's harness into out/window-harness: an app folder for Electron. Also a program: Vite
// leaves its marks in the environment of the process that it runs in.
import { mkdir, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The folder of the built app. */
export const harnessFolder = path('../../../out/window-harness');

/** Builds the harness; the window itself is built by the project's own build. */
export async function buildHarness() {
  for (const name of ['main', 'preload']) {
    await build({
      configFile: false,
      root: path('.'),
      logLevel: 'warn',
      ssr: { noExternal: true, external: ['electron'] },
      build: {
        ssr: path(`${name}.ts`),
        outDir: harnessFolder,
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: {
          output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
        },
      },
    });
  }
  await mkdir(harnessFolder, { recursive: true });
  await writeFile(
    `${harnessFolder}/package.json`,
    JSON.stringify({ name: 'suzu-window-harness', main: 'main.cjs' }),
  );
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildHarness();
