import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { extractFile, listPackage } from '@electron/asar';
import { inProject } from '../../scripts/lib/project.mjs';

/** Suzu as `npm run package:dir` makes it, on the runtime that the other tests run on. */
export interface PackagedApp {
  readonly folder: string;
  readonly program: string;
  /** Files of `app.asar`, relative to it and without folders. */
  readonly files: readonly string[];
  read(file: string): Buffer;
  remove(): Promise<void>;
}

/** Makes the package in a folder of its own. */
export async function packApp(): Promise<PackagedApp> {
  const output = await mkdtemp(join(tmpdir(), 'suzu-package-'));
  const child = spawn(
    process.execPath,
    [inProject('scripts/package.mjs'), '--dir', `--output=${output}`],
    {
      env: { ...process.env, SUZU_PACKAGE_WITH_TEST_RUNTIME: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`packaging failed:\n${(await said).join('\n')}`);
  const folder = join(output, 'linux-unpacked');
  const archive = join(folder, 'resources/app.asar');
  const paths = listPackage(archive, { isPack: false }).map((path) => path.slice(1));
  const isFolder = (path: string) => paths.some((other) => other.startsWith(`${path}/`));
  return {
    folder,
    program: join(folder, 'suzu'),
    files: paths.filter((path) => !isFolder(path)),
    read: (file) => extractFile(archive, file),
    remove: () => rm(output, { recursive: true, force: true }),
  };
}

/** Where Electron's binary holds its fuses. https://github.com/electron/fuses */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order in which the wire has them. */
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** The fuses as the binary has them, by the names of electron-builder.yml. */
export function readFuses(program: string): Readonly<Record<string, boolean>> {
  const binary = readFileSync(program);
  const start = binary.indexOf(sentinel) + sentinel.length;
  if (start < sentinel.length) throw new Error(`${program} has no fuses`);
  const [version = 0, length = 0] = binary.subarray(start);
  if (version !== 1) throw new Error(`fuses of the unknown version ${version}`);
  const wire = binary.toString('latin1', start + 2, start + 2 + length);
  return Object.fromEntries(fuseNames.map((name, index) => [name, wire[index] === '1']));
}
