import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { identicon } from '../../../../src-main/demo/http/identicon.ts';

test('is the same for the same text and another for another', () => {
  expect(identicon('kokoro@demo')).toEqual(identicon('kokoro@demo'));
  expect(identicon('kokoro@demo')).not.toEqual(identicon('minato@demo'));
});

test('is a PNG of 120 by 120 pixels in colour', () => {
  const png = identicon('kokoro@demo');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR');
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([120, 120, 8, 2]);
  const length = png.readUInt32BE(33);
  const pixels = inflateSync(png.subarray(41, 41 + length));
  expect(pixels).toHaveLength(120 * (1 + 120 * 3));
  // The check sum of IEND, which every PNG ends with.
  expect(png.subarray(-4).toString('hex')).toBe('ae426082');
});
