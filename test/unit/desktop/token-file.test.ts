import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordTokenFile } from '../../../src-main/desktop/command-line-words.ts';
import { readTokenFile } from '../../../src-main/desktop/token-file.ts';
import { locales, messagesIn } from '../../../src-main/engine/messages/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-token-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(content: string | Uint8Array, mode = 0o600): string {
  const path = join(folder, 'token');
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

describe('a token file', () => {
  test.each(['secret', 'secret\n', 'secret\r\n', '  secret  \n'])('%j holds a token', (content) => {
    expect(readTokenFile(fileWith(content))).toEqual({
      kind: 'token',
      token: 'secret',
      exposed: false,
    });
  });

  test.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['white', ' \n'],
    ['of several lines', 'one\ntwo\n'],
    ['of several words', 'one two'],
    ['binary', new Uint8Array([0, 1, 2, 255])],
    ['too long', 'x'.repeat(5_000)],
    ['exactly as long as is read', 'x'.repeat(4_096)],
    ['not ASCII', 'トークン'],
  ])('that is %s holds none', (_what, content) => {
    expect(readTokenFile(fileWith(content))).toEqual({ kind: 'not-a-token' });
  });

  test('that is missing', () => {
    expect(readTokenFile(join(folder, 'nothing'))).toEqual({ kind: 'missing' });
  });

  test.each([() => folder, () => join(fileWith('x'), 'below-a-file')])(
    'that cannot be read',
    (path) => {
      expect(readTokenFile(path())).toEqual({ kind: 'unreadable' });
    },
  );

  test.runIf(process.platform !== 'win32').each([
    [0o600, false],
    [0o400, false],
    [0o640, true],
    [0o644, true],
    [0o602, true],
  ])('of mode %o: exposed is %s', (mode, exposed) => {
    expect(readTokenFile(fileWith('secret', mode))).toMatchObject({ kind: 'token', exposed });
  });
});

describe.each(locales)('in words (%s)', (locale) => {
  const messages = messagesIn(locale);

  test('all is well: nothing is said', () => {
    const file = { kind: 'token', token: 'secret', exposed: false } as const;
    expect(wordTokenFile(file, '/t', messages)).toBeNull();
  });

  test('every problem has its own sentence with the path, and none has the token', () => {
    const told = (
      [
        { kind: 'token', token: 'secret', exposed: true },
        { kind: 'missing' },
        { kind: 'unreadable' },
        { kind: 'not-a-token' },
      ] as const
    ).map((file) => wordTokenFile(file, '/some/file', messages));
    expect(new Set(told).size).toBe(4);
    for (const text of told) {
      expect(text).toContain('/some/file');
      expect(text).not.toContain('secret');
    }
  });
});
