import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSoundFile, largestSound } from '../../../../src-main/desktop/sound/sound-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suzu-sounds-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bell = resolve('assets/sounds/bell.wav');

test('Suzu’s own bell is a sound, also behind a link', async () => {
  expect(await checkSoundFile(bell)).toBeNull();
  await symlink(bell, join(folder, 'link.wav'));
  expect(await checkSoundFile(join(folder, 'link.wav'))).toBeNull();
});

test('what is not there, and what is no file', async () => {
  expect(await checkSoundFile(join(folder, 'gone.wav'))).toBe('missing');
  expect(await checkSoundFile(join(bell, 'inside.wav'))).toBe('missing');
  expect(await checkSoundFile(folder)).toBe('not-a-file');
});

test('a pipe is refused without waiting for what comes out of it', async () => {
  const pipe = join(folder, 'pipe.wav');
  execFileSync('mkfifo', [pipe]);
  expect(await checkSoundFile(pipe)).toBe('not-a-file');
});

test.each(['bell.wav', '../bell.wav', '//server/share/bell.wav', '\\\\server\\share\\bell.wav'])(
  '%s is not named on this computer',
  async (path) => {
    expect(await checkSoundFile(path)).toBe('not-local');
  },
);

test('a file that only has the name of a sound', async () => {
  const path = join(folder, 'fake.wav');
  await writeFile(path, 'I am no sound');
  expect(await checkSoundFile(path)).toBe('not-a-sound');
  await writeFile(path, '');
  expect(await checkSoundFile(path)).toBe('not-a-sound');
});

test('a sound that is far too large', async () => {
  const path = join(folder, 'large.wav');
  await writeFile(path, 'RIFF    WAVE');
  await truncate(path, largestSound + 1);
  expect(await checkSoundFile(path)).toBe('too-large');
  await truncate(path, largestSound);
  expect(await checkSoundFile(path)).toBeNull();
});
