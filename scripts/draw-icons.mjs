// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { encodeIcns, encodeIco, icnsSizes } from './draw-containers.mjs';
import { renderFile, renderSvg } from './draw-render.mjs';
import { traySvg } from './draw-tray.mjs';
import { inProject } from './lib/project.mjs';

/** Below this the drawing of the bell is mush, and the pixel-fitted glyph of the tray stands in. */
const SMALLEST_DRAWING = 48;
/** How much of the macOS icon's width the bell takes: it stands free on its plate. */
const BELL_ON_PLATE = 0.62;

const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

const bellFile = inProject('assets/source/bell.svg');
const plateFile = inProject('assets/source/app-macos.svg');

/**
 * The icon as Linux and Windows show it: the bell alone.
 * @param {number} pixels
 */
const plainIcon = (pixels) =>
  pixels < SMALLEST_DRAWING
    ? renderSvg(traySvg('online', 'both', pixels), pixels, pixels)
    : renderFile(bellFile, pixels);

/**
 * The icon as macOS shows it: the bell on a rounded plate with Apple's margin.
 * @param {number} pixels
 */
async function macIcon(pixels) {
  const width = Math.round((pixels * BELL_ON_PLATE) / 2) * 2;
  const plate = await renderFile(plateFile, pixels);
  const bell = await renderFile(bellFile, width);
  return sharp(plate)
    .composite([{ input: bell, gravity: 'center' }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/**
 * @param {readonly number[]} sizes
 * @param {(pixels: number) => Promise<Buffer>} draw
 */
const pictures = (sizes, draw) =>
  Promise.all(sizes.map(async (pixels) => ({ pixels, png: await draw(pixels) })));

/** Draws `assets/icons` and the picture of toasts that have none of their own. */
export async function drawIcons() {
  const folder = inProject('assets/icons');
  await mkdir(folder, { recursive: true });
  for (const { pixels, png } of await pictures(linuxSizes, plainIcon)) {
    await writeFile(`${folder}/${pixels}x${pixels}.png`, png);
  }
  await writeFile(`${folder}/icon.png`, await plainIcon(1024));
  await writeFile(`${folder}/icon.ico`, encodeIco(await pictures(icoSizes, plainIcon)));
  await writeFile(`${folder}/icon.icns`, encodeIcns(await pictures(icnsSizes, macIcon)));
  await mkdir(inProject('assets/toast'), { recursive: true });
  await writeFile(inProject('assets/toast/bell.png'), await plainIcon(256));
}
