import { expect, test } from 'vitest';
import { type Updater, Updates } from '../../../../src-main/desktop/updates/updates.ts';
import type { LogFields } from '../../../../src-main/engine/log.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import type { UnsupportedUpdates } from '../../../../src-main/ipc/contract.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Updates around an updater that does what the test says. */
function aBench(given: { unsupported?: UnsupportedUpdates; on?: boolean } = {}) {
  const clock = fakeClock();
  const acts: string[] = [];
  const warnings: (LogFields | undefined)[] = [];
  const world = {
    on: given.on ?? true,
    newer: null as string | null,
    failure: null as Error | null,
    loadFailure: null as Error | null,
    download: () => Promise.resolve(),
  };
  let report: (percent: number) => void = () => {};
  const fail = () => {
    if (world.failure !== null) throw world.failure;
  };
  const updater: Updater = {
    async check() {
      acts.push('check');
      fail();
      return world.newer;
    },
    async download(onPercent) {
      acts.push('download');
      report = onPercent;
      await world.download();
    },
    cancel: () => void acts.push('cancel'),
    restart: () => void acts.push('restart'),
  };
  const seen: string[] = [];
  const updates: Updates = new Updates({
    unsupported: given.unsupported ?? null,
    loadUpdater: async () => {
      acts.push('load');
      if (world.loadFailure !== null) throw world.loadFailure;
      return updater;
    },
    isOn: () => world.on,
    clock,
    random: () => 0.5,
    log: { ...silentLog, warn: (_message, fields) => void warnings.push(fields) },
    onChange: () => void seen.push(updates.state.name),
  });
  return { updates, clock, world, acts, seen, warnings, report: (at: number) => report(at) };
}

test('looks some minutes after the start, then twice a day', async () => {
  const { updates, clock, acts } = aBench();
  updates.start();
  expect(acts).toEqual([]);
  await clock.advance(3 * minute - 1);
  expect(acts).toEqual([]);
  await clock.advance(1);
  expect(acts).toEqual(['load', 'check']);
  expect(updates.state).toEqual({ name: 'idle', last: 'current' });
  await clock.advance(13 * hour - 1);
  expect(acts).toHaveLength(2);
  await clock.advance(1);
  expect(acts).toEqual(['load', 'check', 'check']);
});

test('downloads what is newer without a word, and puts it in on a restart', async () => {
  const { updates, clock, world, acts, seen } = aBench();
  world.newer = '2.0.0';
  updates.start();
  updates.restart();
  await clock.advance(3 * minute);
  expect(updates.state).toEqual({ name: 'ready', version: '2.0.0' });
  expect(seen).toEqual(['idle', 'checking', 'downloading', 'ready']);
  updates.restart();
  await clock.advance(0);
  expect(acts).toEqual(['load', 'check', 'download', 'restart']);
});

test('a new version that is ready is not looked past', async () => {
  const { updates, clock, world, acts } = aBench();
  world.newer = '2.0.0';
  updates.start();
  await clock.advance(48 * hour);
  updates.check();
  await clock.advance(0);
  expect(acts.filter((act) => act === 'check')).toHaveLength(1);
});

test('a failure is logged and tried again sooner than usual', async () => {
  const { updates, clock, world, acts, warnings } = aBench();
  world.failure = new Error('net::ERR_INTERNET_DISCONNECTED');
  updates.start();
  await clock.advance(3 * minute);
  expect(updates.state).toEqual({ name: 'idle', last: 'failed' });
  expect(warnings).toEqual([{ error: 'Error: net::ERR_INTERNET_DISCONNECTED' }]);
  world.failure = null;
  await clock.advance(1.5 * hour - 1);
  expect(acts).toEqual(['load', 'check']);
  await clock.advance(1);
  expect(updates.state).toEqual({ name: 'idle', last: 'current' });
});

test('a download that fails does too', async () => {
  const { updates, clock, world } = aBench();
  world.newer = '2.0.0';
  world.download = () => Promise.reject(new Error('sha512 checksum mismatch'));
  updates.start();
  await clock.advance(3 * minute);
  expect(updates.state).toEqual({ name: 'idle', last: 'failed' });
});

test('an updater that cannot be loaded is loaded anew', async () => {
  const { updates, clock, world, acts } = aBench();
  world.loadFailure = new Error('no such file');
  updates.start();
  await clock.advance(3 * minute);
  expect(updates.state).toEqual({ name: 'idle', last: 'failed' });
  world.loadFailure = null;
  updates.check();
  await clock.advance(0);
  expect(acts).toEqual(['load', 'load', 'check']);
});

test('tells how far a download is, in whole percent', async () => {
  const { updates, clock, world, report, seen } = aBench();
  world.newer = '2.0.0';
  world.download = () => new Promise(() => {});
  updates.start();
  await clock.advance(3 * minute);
  report(41.9);
  report(41.95);
  expect(updates.state).toEqual({ name: 'downloading', version: '2.0.0', percent: 41 });
  expect(seen).toEqual(['idle', 'checking', 'downloading', 'downloading']);
});

test('off from the beginning loads nothing, ever', async () => {
  const { updates, clock, acts } = aBench({ on: false });
  updates.start();
  await clock.advance(48 * hour);
  expect(updates.state).toEqual({ name: 'off' });
  expect(acts).toEqual([]);
});

test('switched off in the middle, it gives up, and what still comes is not heard', async () => {
  const { updates, clock, world, acts, report } = aBench();
  world.newer = '2.0.0';
  let finish = () => {};
  world.download = () => new Promise((resolve) => (finish = resolve));
  updates.start();
  await clock.advance(3 * minute);
  world.on = false;
  updates.settingsChanged();
  expect(updates.state).toEqual({ name: 'off' });
  report(90);
  finish();
  await clock.advance(0);
  expect(updates.state).toEqual({ name: 'off' });
  expect(acts).toEqual(['load', 'check', 'download', 'cancel']);
});

test('a failure after it was given up says nothing', async () => {
  const { updates, clock, world, warnings } = aBench();
  world.newer = '2.0.0';
  let abort = (_error: Error) => {};
  world.download = () => new Promise((_resolve, reject) => (abort = reject));
  updates.start();
  await clock.advance(3 * minute);
  world.on = false;
  updates.settingsChanged();
  abort(new Error('cancelled'));
  await clock.advance(0);
  expect(warnings).toEqual([]);
});

test('switched on, it looks at once; another setting changes nothing', async () => {
  const { updates, clock, world, acts } = aBench({ on: false });
  updates.start();
  world.on = true;
  updates.settingsChanged();
  await clock.advance(0);
  updates.settingsChanged();
  await clock.advance(0);
  expect(acts).toEqual(['load', 'check']);
});

test('an install that cannot renew itself does nothing, whatever is asked', async () => {
  const { updates, clock, acts, seen } = aBench({ unsupported: 'managed' });
  updates.start();
  updates.check();
  updates.settingsChanged();
  updates.restart();
  await clock.advance(48 * hour);
  expect(updates.state).toEqual({ name: 'unsupported', reason: 'managed' });
  expect([acts, seen, clock.pending]).toEqual([[], [], 0]);
});

test('stopped, it leaves no timer', () => {
  const { updates, clock } = aBench();
  updates.start();
  updates.stop();
  expect(clock.pending).toBe(0);
});
