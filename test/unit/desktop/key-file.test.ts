import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFile } from '../../../src-main/desktop/key-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-key-'));
  path = join(folder, 'profile', 'secrets.key');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what was encrypted can be decrypted after a restart, and does not show the text', () => {
  const ciphertext = keyFile(path).encrypt('a-secret-token');
  expect(ciphertext.includes('a-secret-token')).toBe(false);
  expect(keyFile(path).decrypt(ciphertext)).toBe('a-secret-token');
});

test('the same text looks different each time', () => {
  const key = keyFile(path);
  expect(key.encrypt('x').equals(key.encrypt('x'))).toBe(false);
});

test.runIf(process.platform !== 'win32')('only its owner may read the key', () => {
  keyFile(path).encrypt('x');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what was encrypted by other means is refused', () => {
  const key = keyFile(path);
  key.encrypt('x');
  expect(() => key.decrypt(Buffer.from('v11 and so on, long enough for all its parts'))).toThrow(
    'Not encrypted',
  );
});

test('a changed ciphertext, and one of another key, are refused', () => {
  const ciphertext = keyFile(path).encrypt('x');
  const changed = Buffer.from(ciphertext);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => keyFile(path).decrypt(changed)).toThrow();
  const other = keyFile(join(folder, 'other.key'));
  other.encrypt('y');
  expect(() => other.decrypt(ciphertext)).toThrow();
});

test('a broken key is never replaced: it may be needed', () => {
  keyFile(path).encrypt('x');
  writeFileSync(path, 'short');
  expect(() => keyFile(path).encrypt('y')).toThrow('broken');
});
