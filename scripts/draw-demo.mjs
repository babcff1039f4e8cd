// @ts-check
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { renderFile } from './draw-render.mjs';
import { inProject } from './lib/project.mjs';

/** Width in pixels by folder. Avatars and emoji are twice what the window shows, for dense screens. */
const widths = { avatars: 128, emoji: 64, photos: 960 };

/**
 * @param {string} source
 * @param {string} target
 * @param {number} width
 */
async function drawWebp(source, target, width) {
  const image = sharp(await renderFile(source, width));
  await writeFile(
    target,
    await image.webp({ quality: 84, alphaQuality: 90, effort: 6 }).toBuffer(),
  );
}

/** Draws the pictures of the demo server's people: `assets/demo/<folder>/<name>.webp`. */
export async function drawDemo() {
  for (const [folder, width] of Object.entries(widths)) {
    const from = inProject(`assets/source/demo/${folder}`);
    const to = inProject(`assets/demo/${folder}`);
    await mkdir(to, { recursive: true });
    const drawings = (await readdir(from)).filter((name) => name.endsWith('.svg'));
    for (const name of drawings) {
      await drawWebp(join(from, name), join(to, `${basename(name, '.svg')}.webp`), width);
    }
  }
  await drawWebp(
    inProject('assets/source/bell.svg'),
    inProject('assets/demo/emoji/suzu.webp'),
    widths.emoji,
  );
}
