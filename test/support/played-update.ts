import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from './desktop-recording.ts';
import { httpServer } from './http-server.ts';
import type { PackagedApp } from './packaged-app.ts';

/** A place with a newer version, and a package that takes itself for an AppImage from there. */
export interface PlayedUpdate {
  /** For the package, in its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
  /** What the new AppImage was started with, once it was. */
  started(): Promise<string>;
  remove(): Promise<void>;
}

/** Offers a version whose program only writes down that it was started. */
export async function playUpdate(packaged: PackagedApp): Promise<PlayedUpdate> {
  const version = '9.9.9';
  const folder = await mkdtemp(join(tmpdir(), 'suzu-update-'));
  const note = join(folder, 'started');
  const appImage = join(folder, 'Suzu.AppImage');
  const newer = `#!/bin/sh\necho "$APPIMAGE $APPIMAGE_SILENT_INSTALL" > ${note}.new\nmv ${note}.new ${note}\n`;
  await writeFile(appImage, 'the old one');

  const server = await httpServer();
  const file = `Suzu-${version}.AppImage`;
  const sha512 = createHash('sha512').update(newer).digest('base64');
  const feed = [
    `version: ${version}`,
    'files:',
    `  - url: ${file}`,
    `    sha512: ${sha512}`,
    `    size: ${newer.length}`,
    `path: ${file}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-11-20T12:00:00.000Z'",
  ].join('\n');
  server.answer = (response, { url = '' }) => {
    const path = url.split('?')[0];
    if (path === '/latest-linux.yml') response.end(feed);
    else if (path === `/${file}`) response.end(newer);
    else response.writeHead(404).end();
  };
  const feedFile = join(packaged.folder, 'resources/app-update.yml');
  await writeFile(
    feedFile,
    `provider: generic\nurl: ${server.origin}\nupdaterCacheDirName: suzu-updater\n`,
  );
  return {
    env: {
      APPIMAGE: appImage,
      APPDIR: packaged.folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
    version,
    started: () =>
      poll('start of the new version', async () => readFile(note, 'utf8').catch(() => undefined)),
    async remove() {
      await server.close();
      await rm(feedFile);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
