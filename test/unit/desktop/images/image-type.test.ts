import { expect, test } from 'vitest';
import { imageTypeOf } from '../../../../src-main/desktop/images/image-type.ts';
import { avif, gif, jpeg, png, webp } from '../../../support/pictures.ts';

const text = (content: string) => new TextEncoder().encode(content);

test.each([
  ['image/png', png()],
  ['image/jpeg', jpeg()],
  ['image/gif', gif()],
  ['image/webp', webp()],
  ['image/avif', avif()],
  ['image/avif', text('\0\0\0 ftypavis')],
])('%s by its bytes', (type, bytes) => {
  expect(imageTypeOf(bytes)).toBe(type);
});

test.each([
  ['nothing', text('')],
  ['one byte', text('\x89')],
  ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['SVG after a declaration', text('<?xml version="1.0"?><svg/>')],
  ['HTML', text('<!doctype html><script>alert(1)</script>')],
  ['JSON', text('{"error":{}}')],
  ['a bitmap', text('BM123456789012')],
  ['an icon', text('\0\0\x01\0\x01\0')],
  ['sound in a RIFF', text('RIFF0000WAVEfmt ')],
  ['a film', text('\0\0\0 ftypisom0000')],
  ['a PDF', text('%PDF-1.7')],
])('%s is none that is passed on', (_what, bytes) => {
  expect(imageTypeOf(bytes)).toBeNull();
});
