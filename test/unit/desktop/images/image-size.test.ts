import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pixelsOf } from '../../../../src-main/desktop/images/image-size.ts';

const plain = { create: { width: 30, height: 20, channels: 3, background: '#f00' } } as const;
const clear = { create: { width: 30, height: 20, channels: 4, background: '#f008' } } as const;

test.each([
  ['image/png', sharp(plain).png()],
  ['image/jpeg', sharp(plain).jpeg()],
  ['image/jpeg', sharp(plain).jpeg({ progressive: true }).withMetadata()],
  ['image/webp', sharp(plain).webp()],
  ['image/webp', sharp(plain).webp({ lossless: true })],
  ['image/webp', sharp(clear).webp()],
] as const)('%s', async (type, picture) => {
  expect(pixelsOf(new Uint8Array(await picture.toBuffer()), type)).toBe(600);
});

test.each(['image/png', 'image/jpeg', 'image/webp'] as const)('a cut off %s', (type) => {
  expect(pixelsOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4]), type)).toBeNull();
});

test('a JPEG may fill the room before a marker', () => {
  const start = [0xff, 0xd8, 0xff, 0xff, 0xff, 0xe0, 0, 4, 0, 0];
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30];
  expect(pixelsOf(new Uint8Array([...start, ...frame]), 'image/jpeg')).toBe(600);
});

test('a JPEG that has no frame, and kinds that are not decoded', () => {
  expect(
    pixelsOf(new Uint8Array([0xff, 0xd8, 0xff, 0xff, 0, 0, 0, 0, 0]), 'image/jpeg'),
  ).toBeNull();
  expect(pixelsOf(new Uint8Array(64), 'image/gif')).toBeNull();
});
