import { expect, test } from 'vitest';
import { History } from '../../../../src-main/engine/notices/history.ts';
import { HistoryKeeper } from '../../../../src-main/engine/notices/history-keeper.ts';
import { fakeClock, fakeStart } from '../../../support/fake-clock.ts';
import { idsOf, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { memoryLog } from '../../../support/memory-log.ts';
import { aNotice } from '../../../support/samples.ts';

const day = 24 * 60 * 60_000;

function bench(days: number | null, megabytes = 100) {
  const clock = fakeClock();
  const file = fakeLineFile();
  const log = memoryLog();
  const history = new History(file, log);
  const world = { settings: { days, megabytes }, gone: 0 };
  const keeper = new HistoryKeeper({
    clock,
    history,
    log,
    settings: () => world.settings,
    onGone: () => {
      world.gone += 1;
    },
  });
  for (const age of [400, 40, 1]) {
    history.add(aNotice(`${age}-days`, { createdAt: fakeStart - age * day }), shown, true);
  }
  return { clock, file, log, history, keeper, world };
}

test('what is older than the settings allow goes, from the disk too', async () => {
  const { history, keeper, file, world } = bench(365);
  await keeper.tidy();
  expect(idsOf(history)).toEqual(['1-days', '40-days']);
  expect(file.lines.filter((line) => line.includes('"notice"'))).toHaveLength(2);
  expect(world.gone).toBe(1);
  world.settings = { days: 30, megabytes: 100 };
  await keeper.tidy();
  expect(idsOf(history)).toEqual(['1-days']);
});

test('without a limit nothing goes, and nobody is told', async () => {
  const { history, keeper, world, file } = bench(null);
  const before = [...file.lines];
  await keeper.tidy();
  expect(idsOf(history)).toHaveLength(3);
  expect([world.gone, file.lines]).toEqual([0, before]);
});

test('what takes too much room goes, the oldest first', async () => {
  const { history, keeper, file } = bench(null, 1);
  for (let number = 0; number < 1_900; number += 1) {
    history.add(aNotice(`n${number}`, { detail: 'x'.repeat(900) }), shown, true);
  }
  expect(file.size()).toBeGreaterThan(1024 * 1024);
  await keeper.tidy();
  expect(file.size()).toBeLessThanOrEqual(1024 * 1024);
  expect(history.get(aNotice('n1899').id)).toBeDefined();
  expect(history.get(aNotice('n0').id)).toBeUndefined();
});

test('it looks soon after the start, then now and then, and not after it was stopped', async () => {
  const { clock, history, keeper, world } = bench(365);
  keeper.start();
  clock.advance(20_000);
  await keeper.tidy();
  expect(idsOf(history)).toEqual(['1-days', '40-days']);
  world.settings = { days: 30, megabytes: 100 };
  clock.advance(6 * 60 * 60_000);
  // Whoever waits for the next look waits for the one before it, too.
  world.settings = { days: null, megabytes: 100 };
  await keeper.tidy();
  keeper.stop();
  const told = world.gone;
  world.settings = { days: 1, megabytes: 100 };
  clock.advance(24 * 60 * 60_000);
  await Promise.resolve();
  expect(world.gone).toBe(told);
});

test('whoever waits until it is idle finds only what stays', async () => {
  const { history, keeper } = bench(30);
  void keeper.tidy();
  await keeper.idle();
  expect(idsOf(history)).toEqual(['1-days']);
});

test('a disk that refuses does not stop it', async () => {
  const { file, log, keeper, history } = bench(365);
  file.failure = new Error('EROFS');
  await keeper.tidy();
  expect(log.lines.length).toBeGreaterThan(0);
  file.failure = null;
  history.add(aNotice('old', { createdAt: 1 }), shown, true);
  await keeper.tidy();
  expect(file.lines.join()).not.toContain('/400-days');
});
