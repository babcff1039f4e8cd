import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cursorFile } from '../../../../src-main/engine/feeds/cursor-file.ts';
import { Cursors } from '../../../../src-main/engine/feeds/cursors.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { memoryLog } from '../../../support/memory-log.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-cursors-'));
  path = join(folder, 'cursors.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open() {
  const clock = fakeClock();
  const log = memoryLog();
  const file = cursorFile(path);
  let writes = 0;
  const counting = {
    read: file.read,
    write: (text: string) => {
      writes += 1;
      file.write(text);
    },
  };
  return { clock, log, cursors: new Cursors({ file: counting, clock, log }), writes: () => writes };
}

test('a cursor is what it was last set to, also on the next run, and has a part of its own', async () => {
  const { clock, cursors } = open();
  const cursor = cursors.of('feed-a', 'link');
  expect(cursor.get()).toBeNull();
  cursor.set('1');
  cursor.set('');
  cursors.of('feed-a', 'missed').set('2');
  cursors.of('feed-b', 'link').set('3');
  expect(cursor.get()).toBe('');
  await clock.advance(1_000);
  const { cursors: again } = open();
  expect(again.of('feed-a', 'link').get()).toBe('');
  expect(again.of('feed-a', 'missed').get()).toBe('2');
  expect(again.of('feed-b', 'link').get()).toBe('3');
});

test('however quickly it moves, it is written at first, once a second, and at the end', async () => {
  const { clock, cursors, writes } = open();
  const cursor = cursors.of('feed-a', 'link');
  for (let n = 0; n < 500; n += 1) {
    cursor.set(`${n}`);
    await clock.advance(10);
  }
  expect(writes()).toBe(6);
  cursor.set('last');
  cursors.stop();
  expect(writes()).toBe(7);
  expect(open().cursors.of('feed-a', 'link').get()).toBe('last');
  expect(clock.pending).toBe(0);
});

test('the first one is on the disk at once, for a kill at any moment', () => {
  open().cursors.of('feed-a', 'link').set('1');
  expect(open().cursors.of('feed-a', 'link').get()).toBe('1');
});

test('what does not change is not written, and a start alone writes nothing', async () => {
  const { clock, cursors, writes } = open();
  const cursor = cursors.of('feed-a', 'link');
  cursors.stop();
  expect(writes()).toBe(0);
  cursor.set('1');
  await clock.advance(1_000);
  cursor.set('1');
  cursors.forget('feed-b');
  await clock.advance(5_000);
  cursors.stop();
  expect(writes()).toBe(1);
});

test('a value that is too long leaves the one before', () => {
  const cursor = open().cursors.of('feed-a', 'link');
  cursor.set('x'.repeat(4_096));
  cursor.set('y'.repeat(4_097));
  expect(cursor.get()).toBe('x'.repeat(4_096));
});

test('a feed that is forgotten begins anew', () => {
  const { cursors } = open();
  cursors.of('feed-a', 'link').set('1');
  cursors.of('feed-b', 'link').set('2');
  cursors.of('feed-c', 'link').set('3');
  cursors.forget('feed-a');
  cursors.keepOnly(['feed-a', 'feed-b']);
  cursors.stop();
  const { cursors: again } = open();
  const left = ['feed-a', 'feed-b', 'feed-c'].map((id) => again.of(id, 'link').get());
  expect(left).toEqual([null, '2', null]);
});

test('names like those of every object are names like others', () => {
  const { cursors } = open();
  expect(cursors.of('__proto__', 'constructor').get()).toBeNull();
  cursors.of('__proto__', '__proto__').set('1');
  expect(cursors.of('feed-a', '__proto__').get()).toBeNull();
});

test('only its owner may read the file', () => {
  const { cursors } = open();
  cursors.of('feed-a', 'link').set('1');
  cursors.stop();
  expect(statSync(path).mode & 0o077).toBe(0);
});

test.each(['', '{', '[]', '{"cursors":7}', '{"cursors":{"feed-a":{"link":7}}}'])(
  'with %j in the file it begins anew, and says so in the log',
  (text) => {
    writeFileSync(path, text);
    const { cursors, log } = open();
    expect(cursors.of('feed-a', 'link').get()).toBeNull();
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
    cursors.of('feed-a', 'link').set('1');
    cursors.stop();
    expect(open().cursors.of('feed-a', 'link').get()).toBe('1');
  },
);

test('without a file there is nothing to say', () => {
  expect(open().log.lines).toEqual([]);
});

test('a disk that takes nothing is told once, and tried again with the next change', async () => {
  const clock = fakeClock();
  const log = memoryLog();
  let isFull = true;
  const file = cursorFile(path);
  const cursors = new Cursors({
    file: {
      read: file.read,
      write: (text) => {
        if (isFull) throw new Error('ENOSPC');
        file.write(text);
      },
    },
    clock,
    log,
  });
  const cursor = cursors.of('feed-a', 'link');
  cursor.set('1');
  await clock.advance(1_000);
  cursor.set('2');
  await clock.advance(1_000);
  expect(log.lines).toHaveLength(1);
  expect(cursor.get()).toBe('2');
  isFull = false;
  cursors.stop();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    cursors: { 'feed-a': { link: '2' } },
  });
});
