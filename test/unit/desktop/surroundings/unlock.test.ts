import { expect, test } from 'vitest';
import { watchFacts } from '../../../../src-main/desktop/surroundings/desktop-watch.ts';
import type { Fact, Told } from '../../../../src-main/desktop/surroundings/fact.ts';
import { onUnlock } from '../../../../src-main/desktop/surroundings/unlock.ts';

test.each<[string, readonly Told[], number]>([
  ['the screen that is unlocked', [true, false], 1],
  ['each time', [true, false, true, false], 2],
  ['one that was not locked', [null, false], 0],
  ['one of which nothing is told any more', [true, null, false], 0],
])('it tells of %s', (_what, states, times) => {
  let tell = (_told: Told) => {};
  const notTold: Fact = () => () => {};
  const watch = watchFacts({
    doNotDisturb: notTold,
    fullScreen: notTold,
    locked: (listener) => {
      tell = listener;
      return () => {};
    },
    onBattery: notTold,
    metered: notTold,
  });
  let unlocked = 0;
  const leave = onUnlock(watch, () => {
    unlocked += 1;
  });
  for (const state of states) {
    tell(state);
    // Another thing that changes meanwhile is none of its business.
    watch.setWindowFocused(state === true);
  }
  expect(unlocked).toBe(times);
  leave();
  tell(true);
  tell(false);
  expect(unlocked).toBe(times);
});
