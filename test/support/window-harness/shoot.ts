import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { pageUrl } from '../../../src-main/desktop/window/security.ts';
import { everyLook, plainLook, views } from './shots.ts';
import type { Look, View } from './view.ts';

export interface Order {
  readonly folder: string;
  /** Every look, instead of the plain one. */
  readonly all: boolean;
  /** Only the views whose name begins with it. */
  readonly only: string;
}

/**
 * Takes the pictures into the folder, as `VIEW-LANGUAGE-THEME-ZOOM.png`. The page is loaded once for
 * all themes of a look.
 */
export async function shoot(window: BrowserWindow, { folder, all, only }: Order): Promise<void> {
  await mkdir(folder, { recursive: true });
  window.webContents.debugger.attach();
  const chosen = views.filter(({ name }) => name.startsWith(only));
  for (const look of all ? everyLook : [plainLook]) {
    for (const view of chosen.filter(({ ofPeople }) => !ofPeople || look.locale === 'en')) {
      await open(window, view, look).catch((error: unknown) => {
        throw new Error(`${view.name}: ${String(error)}`);
      });
      for (const theme of look.themes) {
        await wear(window, theme);
        const name = [view.name, look.locale, theme, look.zoom * 100].join('-');
        await writeFile(join(folder, `${name}.png`), await capture(window));
      }
    }
  }
}

async function open(window: BrowserWindow, view: View, { locale, zoom }: Look): Promise<void> {
  const { webContents } = window;
  // What was written in one picture must not show in the next.
  await webContents.session.clearStorageData({ storages: ['localstorage'] });
  window.setContentSize(view.width, view.height);
  await webContents.loadURL(`${pageUrl}?state=${view.state}&locale=${locale}`);
  webContents.setZoomFactor(zoom);
  // Wherever the pointer happens to be, nothing is under it.
  webContents.sendInputEvent({ type: 'mouseLeave', x: 0, y: 0 });
  await settled(window);
  if (view.act === null) return;
  await run(window, view.act);
  await settled(window);
}

async function wear(window: BrowserWindow, theme: Look['themes'][number]): Promise<void> {
  await window.webContents.debugger.sendCommand('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' }],
  });
  await run(window, `harness.wear('${theme === 'dark' ? 'dark' : 'light'}')`);
  await settled(window, 1);
}

/** Unlike `capturePage`, never a frame from before the last change. */
async function capture(window: BrowserWindow): Promise<Buffer> {
  const answer = await window.webContents.debugger.sendCommand('Page.captureScreenshot');
  return Buffer.from(String(answer.data), 'base64');
}

function run(window: BrowserWindow, script: string): Promise<unknown> {
  return window.webContents.executeJavaScript(`(async () => { ${script} })()`, true);
}

/** Until every picture on the screen is there, every animation is over and all of it is painted. */
function settled(window: BrowserWindow, turns = 2): Promise<unknown> {
  return run(
    window,
    `const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
    for (let turn = 0; turn < ${turns}; turn += 1) {
      await frame();
      const near = [...document.images].filter((image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      // What is cut off by a fold is never loaded.
      const late = new Promise((done) => setTimeout(done, 1_000));
      const loaded = near.map((image) => image.complete || image.decode().catch(() => 0));
      await Promise.race([Promise.all(loaded), late]);
      await Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect.getComputedTiming().iterations === 1)
          .map(({ finished }) => finished.catch(() => 0)),
      );
    }`,
  );
}
