import { expect, test } from 'vitest';
import { createPace, paceTimes } from '../../../../src-main/engine/streaming/pace.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

test('the first turn is now, each further one a gap later', async () => {
  const clock = fakeClock();
  const pace = createPace(clock);
  expect([pace.turn(), pace.turn(), pace.turn()]).toEqual([0, paceTimes.gap, 2 * paceTimes.gap]);
  await clock.advance(10_000);
  expect(pace.turn()).toBe(10_000);
});

test('never more than twenty within a minute, however many ask', () => {
  const pace = createPace(fakeClock());
  const turns = Array.from({ length: 65 }, () => pace.turn());
  for (const [place, turn] of turns.entries()) {
    const within = turns.filter((other) => other >= turn && other < turn + 60_000);
    expect(within.length, `from the ${place}th`).toBeLessThanOrEqual(20);
  }
  expect(turns[20]).toBe(paceTimes.window);
});
