import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { pageReader } from '../../../src-main/desktop/window/page-files.ts';
import {
  pageUrl,
  secureBeforeReady,
  secureSession,
} from '../../../src-main/desktop/window/security.ts';
import { shoot } from './shoot.ts';

/**
 * An app that shows the window alone, on fixtures: `--state=NAME`, `--theme=`, `--locale=` say what,
 * and `--shoot=FOLDER` takes pictures instead: see shoot.ts. The page is served as Suzu serves it.
 */
const built = join(app.getAppPath(), '..');
const assets = join(built, '..', 'assets', 'demo');
const value = (name: string) => app.commandLine.getSwitchValue(name);

secureBeforeReady();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  secureSession(pageReader(join(built, 'window')), picture);
  const window = new BrowserWindow({
    width: 400,
    height: 640,
    useContentSize: true,
    show: true,
    webPreferences: { preload: join(app.getAppPath(), 'preload.cjs'), sandbox: true },
  });
  window.removeMenu();
  const folder = value('shoot');
  if (folder !== '') {
    const all = app.commandLine.hasSwitch('all');
    await shoot(window, { folder, all, only: value('only') }).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      app.exit(1);
    });
    app.quit();
    return;
  }
  const state = value('state') || 'timeline';
  await window.loadURL(
    `${pageUrl}?state=${state}&theme=${value('theme') || 'light'}&locale=${value('locale') || 'en'}`,
  );
});

/** Samples of files that are played; the demo's pictures, an emoji also under its name with a number; everything else is not there. */
async function picture(url: URL): Promise<Response> {
  const [, kind, first = '', second = ''] = decodeURIComponent(url.pathname).split('/');
  if (first === 'samples') return sample(second);
  const file =
    kind === 'emoji' ? `emoji/${second.replace(/(?:_\d+)?@\.$/, '')}.webp` : `${first}/${second}`;
  try {
    const bytes = await readFile(join(assets, file));
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp' } });
  } catch {
    return new Response(null, { status: 404 });
  }
}

async function sample(name: string): Promise<Response> {
  const bytes = await readFile(join(built, '..', 'test', 'support', 'media', name));
  const type = name.endsWith('.webm') ? 'video/webm' : 'audio/wav';
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
}
