import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type MarkerFile,
  markerFile,
  markRun,
} from '../../../../src-main/desktop/crash/run-marker.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const day = 24 * 60 * 60 * 1_000;

interface FakeMarkerFile extends MarkerFile {
  text: string | null;
}

function fakeFile(text: string | null = null): FakeMarkerFile {
  const file: FakeMarkerFile = {
    text,
    read: () => file.text,
    write: (next) => {
      file.text = next;
    },
    remove: () => {
      file.text = null;
    },
  };
  return file;
}

/** A start on a computer that has been up for a day. */
const start = (file: MarkerFile, clock: ManualClock, bootedAt = clock.now() - day) =>
  markRun({ file, clock, bootedAt });

test('a first run, and one after a run that ended as it should, has nothing to tell', () => {
  const file = fakeFile();
  const clock = manualClock();
  const first = start(file, clock);
  expect(first.lastRun).toEqual({ kind: 'ended' });
  expect(file.text).not.toBeNull();
  first.end();
  expect(file.text).toBeNull();
  expect(start(file, clock).lastRun).toEqual({ kind: 'ended' });
});

test('a run that was killed is told at the next start', () => {
  const file = fakeFile();
  const clock = manualClock();
  start(file, clock);
  const startedAt = clock.now();
  clock.advance(5_000);
  expect(start(file, clock)).toMatchObject({ lastRun: { kind: 'died', startedAt }, isLoop: false });
});

test('a run that gave up is told too, though the program then ends in order', () => {
  const file = fakeFile();
  const clock = manualClock();
  const run = start(file, clock);
  run.giveUp();
  run.end();
  expect(start(file, clock).lastRun.kind).toBe('died');
});

test('a computer that went down meanwhile is no crash, and starts no loop', () => {
  const file = fakeFile();
  const clock = manualClock();
  for (let n = 0; n < 5; n += 1) {
    start(file, clock);
    clock.advance(60_000);
    const after = start(file, clock, clock.now() - 20_000);
    expect(after).toMatchObject({ lastRun: { kind: 'went-down' }, isLoop: false });
  }
});

test.each([
  ['cut', '{"startedAt":17'],
  ['filled with zeros', '\0\0\0\0'],
  ['empty', ''],
  ['of other kinds', '{"startedAt":"x","steady":1,"earlyDeaths":-1}'],
  ['no object', '[]'],
  ['of no date', '{"startedAt":1e300,"steady":true,"earlyDeaths":0}'],
])('a marker that is %s is what a power cut leaves', (_how, text) => {
  expect(start(fakeFile(text), manualClock()).lastRun).toEqual({ kind: 'went-down' });
});

test('three runs that died of their start are a loop, which is told once', () => {
  const file = fakeFile();
  const clock = manualClock();
  const loops = Array.from({ length: 8 }, () => {
    const { isLoop } = start(file, clock);
    clock.advance(1_000);
    // A run that is killed has no timers any more.
    return isLoop;
  });
  expect(loops).toEqual([false, false, false, true, false, false, true, false]);
});

test('runs that lived on for half a minute are no loop', () => {
  const file = fakeFile();
  const clock = manualClock();
  for (let n = 0; n < 6; n += 1) {
    expect(start(file, clock).isLoop).toBe(false);
    clock.advance(30_000);
  }
});

test('a run that lived on and died then is not counted with those that die of their start', () => {
  const file = fakeFile();
  const clock = manualClock();
  start(file, clock);
  clock.advance(30_000);
  const loops = [1, 2, 3, 4].map(() => start(file, clock).isLoop);
  expect(loops).toEqual([false, false, false, true]);
});

test('after its end a run writes no more', () => {
  const file = fakeFile();
  const clock = manualClock();
  start(file, clock).end();
  clock.advance(60_000);
  expect(file.text).toBeNull();
});

test('on a disk; a folder that is not there stops nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'suzu-marker-'));
  const file = markerFile(join(folder, 'running.json'));
  expect(file.read()).toBeNull();
  file.write('here');
  expect(readFileSync(join(folder, 'running.json'), 'utf8')).toBe('here');
  file.remove();
  file.remove();
  expect(file.read()).toBeNull();
  rmSync(folder, { recursive: true });
  file.write('nowhere');
  expect(file.read()).toBeNull();
});
