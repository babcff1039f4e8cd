import { expect, test } from 'vitest';
import { headBytes, isSound } from '../../../../src-main/desktop/sound/sound-format.ts';

const text = (start: string, at8 = '') => {
  const head = Buffer.alloc(headBytes);
  head.write(start, 0, 'latin1');
  head.write(at8, 8, 'latin1');
  return head;
};

test.each([
  ['WAV', text('RIFF', 'WAVE')],
  ['large WAV', text('RF64', 'WAVE')],
  ['Ogg', text('OggS')],
  ['FLAC', text('fLaC')],
  ['AIFF', text('FORM', 'AIFF')],
  ['M4A', text('\0\0\0\x20ftyp', 'M4A ')],
  ['MP3 with a title', text('ID3\x04')],
  ['MP3 without', Buffer.from([0xff, 0xfb, 0x90, 0x64])],
])('%s is a sound', (_what, head) => {
  expect(isSound(head)).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte of MP3', Buffer.from([0xff])],
  ['a film', text('RIFF', 'AVI ')],
  ['WebP', text('RIFF', 'WEBP')],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['UTF-16 text', Buffer.from([0xff, 0xfe, 0x41, 0x00])],
  ['an HEIC picture', text('\0\0\0\x20ftyp', 'heic')],
  ['a program', text('\x7fELF')],
  ['words', text('#!/bin/sh')],
])('%s is none', (_what, head) => {
  expect(isSound(head)).toBe(false);
});
