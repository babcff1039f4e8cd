import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
  isTooLarge,
  mostShownPixels,
  pixelsOf,
} from '../../../../src-main/desktop/images/image-size.ts';

const plain = { create: { width: 30, height: 20, channels: 3, background: '#f00' } } as const;
const clear = { create: { width: 30, height: 20, channels: 4, background: '#f008' } } as const;

test.each([
  ['image/png', sharp(plain).png()],
  ['image/jpeg', sharp(plain).jpeg()],
  ['image/jpeg', sharp(plain).jpeg({ progressive: true }).withMetadata()],
  ['image/webp', sharp(plain).webp()],
  ['image/webp', sharp(plain).webp({ lossless: true })],
  ['image/webp', sharp(clear).webp()],
  ['image/gif', sharp(plain).gif()],
  ['image/avif', sharp(plain).avif()],
] as const)('%s', async (type, picture) => {
  expect(pixelsOf(new Uint8Array(await picture.toBuffer()), type)).toBe(600);
});

test.each(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const)(
  'a cut off %s',
  (type) => {
    expect(pixelsOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4]), type)).toBeNull();
  },
);

test('a JPEG may fill the room before a marker', () => {
  const start = [0xff, 0xd8, 0xff, 0xff, 0xff, 0xe0, 0, 4, 0, 0];
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30];
  expect(pixelsOf(new Uint8Array([...start, ...frame]), 'image/jpeg')).toBe(600);
});

test('a JPEG that has no frame', () => {
  expect(
    pixelsOf(new Uint8Array([0xff, 0xd8, 0xff, 0xff, 0, 0, 0, 0, 0]), 'image/jpeg'),
  ).toBeNull();
});

test('a picture that unfolds to more than the window should bear is known from its head', () => {
  const side = Math.sqrt(mostShownPixels);
  const png = (width: number) => {
    const bytes = new Uint8Array(24);
    const view = new DataView(bytes.buffer);
    view.setUint32(16, width);
    view.setUint32(20, side);
    return bytes;
  };
  expect(isTooLarge(png(side), 'image/png')).toBe(false);
  expect(isTooLarge(png(side + 1), 'image/png')).toBe(true);
  // What does not say is left to the browser.
  expect(isTooLarge(new Uint8Array(4), 'image/png')).toBe(false);
});

test('the largest picture within an AVIF counts', () => {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  for (const [at, side] of [
    [8, 10],
    [40, 99_999],
  ] as const) {
    bytes.set(
      [...'ispe'].map((letter) => letter.charCodeAt(0)),
      at,
    );
    view.setUint32(at + 8, side);
    view.setUint32(at + 12, side);
  }
  expect(pixelsOf(bytes, 'image/avif')).toBe(99_999 * 99_999);
});
