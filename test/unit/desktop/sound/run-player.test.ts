import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { playerRunner } from '../../../../src-main/desktop/sound/run-player.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suzu-player-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** How long (ms) a loaded computer may take. */
const patience = 20_000;
const never = new AbortController().signal;
const runner = () => playerRunner({ PATH: `${folder}:/usr/bin:/bin` });

async function program(name: string, script: string) {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

test('a player gets its arguments as they are, and its variables', async () => {
  const out = join(folder, 'out');
  await program('fake-play', `printf '%s\\n' "$@" "$EXTRA" > '${out}'`);
  const command = { program: 'fake-play', args: ['a b', '$HOME; x'], env: { EXTRA: 'e' } };
  expect(await runner()(command, never)).toBe('played');
  expect(await readFile(out, 'utf8')).toBe('a b\n$HOME; x\ne\n');
});

test('one that is not there is absent, and so is one that may not be run', async () => {
  await writeFile(join(folder, 'text'), 'no program');
  expect(await runner()({ program: 'no-such-player', args: [] }, never)).toBe('absent');
  expect(await runner()({ program: 'text', args: [] }, never)).toBe('absent');
});

test('a folder that depends on where Suzu was started is not looked into', async () => {
  await program('nearby', 'exit 0');
  const run = playerRunner({ PATH: relative(process.cwd(), folder) });
  expect(await run({ program: 'nearby', args: [] }, never)).toBe('absent');
});

test('one that fails says so', async () => {
  await program('fails', 'exit 3');
  expect(await runner()({ program: 'fails', args: [] }, never)).toBe('failed');
});

test('one that cannot even be asked to start fails', async () => {
  await program('any', 'exit 0');
  expect(await runner()({ program: 'any', args: ['\0'] }, never)).toBe('failed');
});

test('what is ended from outside is over', async () => {
  await program('long', 'exec sleep 600');
  const ending = new AbortController();
  const playing = runner()({ program: 'long', args: [] }, ending.signal);
  ending.abort();
  expect(await playing).not.toBe('absent');
});

test('one that does not want to end is not left behind', async () => {
  const out = join(folder, 'pid');
  await program('hangs', `trap '' TERM; echo "$$" > '${out}'; exec sleep 600`);
  const ending = new AbortController();
  const playing = runner()({ program: 'hangs', args: [] }, ending.signal);
  const pid = await vi.waitFor(async () => {
    const text = await readFile(out, 'utf8');
    expect(text).toMatch(/^\d+\n$/);
    return Number(text);
  }, patience);
  try {
    ending.abort();
    await playing;
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), patience);
  } finally {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  }
});
