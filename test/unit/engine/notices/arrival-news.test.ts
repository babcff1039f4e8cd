import { expect, test } from 'vitest';
import { bellBench } from '../../../support/bell-bench.ts';
import { aNotice, anEvent } from '../../../support/samples.ts';

/** A bell whose feed sends so many at once. */
function flooded(count: number) {
  const bench = bellBench();
  for (let n = 0; n < count; n += 1) bench.bell.ring(anEvent(`e${n}`), false);
  return bench;
}

test('a few of a feed are told one by one', async () => {
  const { clock, told } = flooded(5);
  expect(told.inserted).toHaveLength(5);
  await clock.advance(1_000);
  expect(told.resets).toBe(0);
});

test('more of a feed are told all at once, four times a second', async () => {
  const { bell, clock, told, history } = flooded(500);
  expect(told.inserted).toHaveLength(5);
  expect(history.newest()).toHaveLength(500);
  await clock.advance(249);
  expect(told.resets).toBe(0);
  await clock.advance(1);
  expect(told.resets).toBe(1);
  for (let n = 0; n < 100; n += 1) {
    for (let more = 0; more < 10; more += 1) bell.ring(anEvent(`f${n}-${more}`), false);
    await clock.advance(10);
  }
  expect(told.resets).toBe(5);
  expect(told.inserted).toHaveLength(5 + 4 * 5);
});

test('what Misskey sends is told one by one, whatever feeds do', () => {
  const { bell, told } = flooded(100);
  for (let n = 0; n < 50; n += 1) bell.ring(aNotice(`n${n}`), true);
  expect(told.inserted).toHaveLength(55);
});

test('nothing is told once Suzu ends', async () => {
  const { bell, clock, told } = flooded(100);
  bell.stop();
  await clock.advance(1_000);
  expect(told.resets).toBe(0);
});
