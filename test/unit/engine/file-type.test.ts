import { describe, expect, test } from 'vitest';
import { fileTypeOf } from '../../../src-main/engine/file-type.ts';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

describe('what the first bytes of a file tell', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    ['\0\0\0\x1cftypavif', 'image/avif'],
    ['\0\0\0\x1cftypisom', 'video/mp4'],
    ['BM\x36\x10\0\0\0\0\0\0', 'image/bmp'],
    ['%PDF-1.7', 'application/pdf'],
    ['PK\x03\x04', 'application/zip'],
    ['\x1f\x8b\x08', 'application/gzip'],
  ])('%j is %s', (start, type) => {
    expect(fileTypeOf(bytes(start))).toBe(type);
  });

  test.each([
    ['nothing', ''],
    ['the start of a signature', '\x89P'],
    ['a container of something else', 'RIFF\x24\0\0\0AVI '],
    ['a word that begins like a bitmap', 'BMW is a car'],
    ['text', 'hello'],
  ])('%s is of no known type', (_name, start) => {
    expect(fileTypeOf(bytes(start))).toBeNull();
  });
});
