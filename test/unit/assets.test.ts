import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { localEmojis } from '../../src-main/demo/community/emojis.ts';
import { people } from '../../src-main/demo/community/people.ts';
import { photos } from '../../src-main/demo/community/photos.ts';

const states = ['online', 'unread', 'waiting', 'refused', 'paused', 'idle'];
const scales = [1, 1.25, 1.5, 2, 3];

/** Width and height from the header of a PNG file. */
function pngSize(file: Buffer): { readonly width: number; readonly height: number } {
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

const expectSquare = (path: string, pixels: number) =>
  expect(pngSize(readFileSync(path)), path).toEqual({ width: pixels, height: pixels });

const atScale = (stem: string, scale: number) =>
  join('assets/tray', `${stem}${scale === 1 ? '' : `@${scale}x`}.png`);

describe('tray images', () => {
  const glyphs = ['dark', 'light'].flatMap((panel) =>
    [16, 20, 22, 24, 32].map((size) => ({ suffix: `-${panel}-${size}`, size, scales })),
  );
  const sets = [
    ...glyphs,
    { suffix: '-both', size: 22, scales },
    { suffix: 'Template', size: 18, scales: [1, 2] },
  ];

  test.each(states)('%s has every kind of panel, size and scale, in the right pixels', (state) => {
    for (const set of sets)
      for (const scale of set.scales)
        expectSquare(atScale(state + set.suffix, scale), Math.round(set.size * scale));
  });

  test('there are no others', () => {
    const perState = sets.reduce((sum, set) => sum + set.scales.length, 0);
    const found = readdirSync('assets/tray').filter((name) => name.endsWith('.png'));
    expect(found).toHaveLength(states.length * perState);
  });

  test('no two states look the same', () => {
    for (const set of sets) {
      const images = states.map((state) => readFileSync(atScale(state + set.suffix, 1), 'base64'));
      expect(new Set(images).size, set.suffix).toBe(states.length);
    }
  });
});

describe('icons', () => {
  test('Linux sizes are what their names say', () => {
    for (const size of [16, 24, 32, 48, 64, 96, 128, 256, 512])
      expectSquare(`assets/icons/${size}x${size}.png`, size);
    expectSquare('assets/icons/icon.png', 1024);
    expectSquare('assets/toast/bell.png', 256);
  });

  test('icon.ico holds a PNG of each size where its directory says', () => {
    const ico = readFileSync('assets/icons/icon.ico');
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const from = ico.readUInt32LE(at + 12);
      const { width } = pngSize(ico.subarray(from, from + ico.readUInt32LE(at + 8)));
      expect(ico.readUInt8(at)).toBe(width % 256);
      return width;
    });
    expect(entries).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test('icon.icns holds a PNG of the right size for each of its types', () => {
    const icns = readFileSync('assets/icons/icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const block = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      found[icns.toString('latin1', at, at + 4)] = pngSize(block).width;
    }
    expect(found).toEqual({
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    });
  });
});

describe('pictures of the demo', () => {
  const wanted = [
    ...people
      .filter(({ hasPicture }) => hasPicture !== false)
      .map(({ username }) => ({ name: `avatars/${username}.webp`, width: 128, height: 128 })),
    ...localEmojis.map(({ name }) => ({ name: `emoji/${name}.webp`, width: 64, height: 64 })),
    ...Object.entries(photos).map(([name, { width, height }]) => ({
      name: `photos/${name}.webp`,
      width,
      height,
    })),
  ];

  test.each(wanted)('$name is there in the size that the demo tells', async (picture) => {
    const { format, width, height } = await sharp(join('assets/demo', picture.name)).metadata();
    expect({ format, width, height }).toEqual({
      format: 'webp',
      width: picture.width,
      height: picture.height,
    });
  });

  test('all of them together stay under 200 KB', () => {
    const files = readdirSync('assets/demo', { recursive: true, withFileTypes: true });
    const bytes = files
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes).toBeLessThan(200_000);
  });
});
