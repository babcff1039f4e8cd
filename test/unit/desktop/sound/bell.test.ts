import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const file = readFileSync('assets/sounds/bell.wav');
const samples = Array.from({ length: (file.length - 44) / 2 }, (_, index) =>
  Math.abs(file.readInt16LE(44 + index * 2) / 0x7fff),
);

test('the bell is small, and its header says what follows', () => {
  expect(file.length).toBeLessThan(60_000);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect(file.readUInt32LE(40)).toBe(file.length - 44);
});

test('it is to be heard, is not cut off at the top, and neither begins nor ends with a click', () => {
  const loudest = Math.max(...samples);
  expect(loudest).toBeGreaterThan(0.5);
  expect(loudest).toBeLessThan(0.9);
  expect(samples[0]).toBe(0);
  expect(samples.at(-1)).toBeLessThan(0.001);
});
