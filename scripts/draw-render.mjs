// @ts-check
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Dots an inch at which one unit of an SVG is one pixel. */
const UNIT_DENSITY = 72;

/**
 * @param {string} svg
 * @param {number} width pixels
 * @param {number} height pixels
 * @param {number} [density] dots an inch at which the drawing is at least that large
 * @returns {Promise<Buffer>} PNG
 */
export const renderSvg = (svg, width, height, density = UNIT_DENSITY) =>
  sharp(Buffer.from(svg), { density })
    .resize(width, height)
    .png({ compressionLevel: 9 })
    .toBuffer();

/**
 * Renders an SVG file sharply at any size; the height follows from its `viewBox`.
 * @param {string} file
 * @param {number} width pixels
 * @returns {Promise<Buffer>} PNG
 */
export async function renderFile(file, width) {
  const svg = await readFile(file, 'utf8');
  const [, unitsWide, unitsHigh] = /viewBox="\S+ \S+ (\d+) (\d+)"/.exec(svg) ?? [];
  if (unitsWide === undefined) throw new Error(`${file} has no viewBox in whole units.`);
  const scale = width / Number(unitsWide);
  return renderSvg(svg, width, Math.round(scale * Number(unitsHigh)), UNIT_DENSITY * scale);
}
