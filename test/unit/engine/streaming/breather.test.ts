import { expect, test } from 'vitest';
import { createBreather, longestStretch } from '../../../../src-main/engine/streaming/breather.ts';
import { settle } from '../../../support/fake-clock.ts';

function bench() {
  let now = 1_000;
  const seen: string[] = [];
  const breather = createBreather({
    pause: () => void seen.push('pause'),
    resume: () => void seen.push('resume'),
    monotonic: () => now,
  });
  const work = (ms: number) =>
    breather.handle(() => {
      seen.push(`${ms} ms`);
      now += ms;
    });
  return { work, seen };
}

test('the peer waits for a turn of the event loop after a long stretch of work', async () => {
  const { work, seen } = bench();
  work(longestStretch - 1);
  expect(seen).toEqual(['7 ms']);
  work(1);
  expect(seen).toEqual(['7 ms', '1 ms', 'pause']);
  await settle();
  expect(seen).toEqual(['7 ms', '1 ms', 'pause', 'resume']);
});

test('what was read already is still handled, and asks for no second rest', async () => {
  const { work, seen } = bench();
  work(longestStretch);
  work(longestStretch);
  expect(seen).toEqual(['8 ms', 'pause', '8 ms']);
  await settle();
  expect(seen.at(-1)).toBe('resume');
});

test('after a rest a new stretch begins', async () => {
  const { work, seen } = bench();
  work(longestStretch);
  await settle();
  seen.length = 0;
  work(longestStretch - 1);
  expect(seen).toEqual(['7 ms']);
  work(1);
  expect(seen).toEqual(['7 ms', '1 ms', 'pause']);
  await settle();
});
