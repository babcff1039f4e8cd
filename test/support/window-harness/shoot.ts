import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { pageUrl } from '../../../src-main/desktop/window/security.ts';
import { type Shot, shots } from './shots.ts';

/** Takes the pictures of all states into a folder, or of those whose name begins with `only`. */
export async function shoot(window: BrowserWindow, folder: string, only: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const shot of shots) {
    if (!shot.name.startsWith(only)) continue;
    await take(window, shot);
    const picture = await window.webContents.capturePage();
    await writeFile(join(folder, `${shot.name}.png`), picture.toPNG());
  }
}

async function take(window: BrowserWindow, shot: Shot): Promise<void> {
  // What was written in one picture must not show in the next.
  await window.webContents.session.clearStorageData({ storages: ['localstorage'] });
  window.setContentSize(shot.width, shot.height);
  await window.loadURL(`${pageUrl}?state=${shot.state}&theme=${shot.theme}&locale=${shot.locale}`);
  window.webContents.setZoomFactor(shot.zoom);
  await settled(window);
  if (shot.act === null) return;
  await window.webContents.executeJavaScript(`(async () => { ${shot.act}; })()`, true);
  await settled(window);
}

/** Until every picture on the screen is there, every animation is over and all of it is painted. */
async function settled(window: BrowserWindow): Promise<void> {
  await window.webContents.executeJavaScript(`(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
    for (let turn = 0; turn < 4; turn += 1) {
      await frame();
      const near = [...document.images].filter((image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      // What is cut off by a fold is never loaded.
      const late = new Promise((done) => setTimeout(done, 2_000));
      const loaded = near.map((image) => image.complete || image.decode().catch(() => 0));
      await Promise.race([Promise.all(loaded), late]);
      await Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect.getComputedTiming().iterations === 1)
          .map(({ finished }) => finished.catch(() => 0)),
      );
    }
  })()`);
}
