import { expect, test } from 'vitest';
import { createHealing } from '../../../../src-main/desktop/crash/healing.ts';

test('heals so often within that time, and again when it is over or the user asks', () => {
  const healing = createHealing({ most: 2, within: 1_000 });
  expect([0, 10, 20].map((at) => healing.mayHeal(at))).toEqual([true, true, false]);
  expect(healing.mayHeal(1_500)).toBe(true);
  expect([1_510, 1_520].map((at) => healing.mayHeal(at))).toEqual([true, false]);
  healing.reset();
  expect(healing.mayHeal(1_530)).toBe(true);
});
