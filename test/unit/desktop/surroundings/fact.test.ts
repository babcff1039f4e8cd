import { expect, test } from 'vitest';
import {
  anyTold,
  type Fact,
  firstTold,
  type Told,
} from '../../../../src-main/desktop/surroundings/fact.ts';

/** Facts that the test tells. */
function playedFacts(count: number) {
  const tells: ((told: Told) => void)[] = [];
  let ended = 0;
  const facts = Array.from(
    { length: count },
    (): Fact => (tell) => {
      tells.push(tell);
      return () => {
        ended += 1;
      };
    },
  );
  return { facts, tell: (index: number, told: Told) => tells[index]?.(told), ended: () => ended };
}

test.each<[string, (facts: readonly Fact[]) => Fact, [Told, Told], Told]>([
  ['the first one is believed', firstTold, [false, true], false],
  ['where it tells nothing, the next one is', firstTold, [null, true], true],
  ['where nobody tells, nothing is told', firstTold, [null, null], null],
  ['one of many is enough', anyTold, [false, true], true],
  ['without one that says so it is not so', anyTold, [false, null], false],
  ['nobody who tells tells nothing', anyTold, [null, null], null],
])('%s', (_what, combine, [first, second], expected) => {
  const { facts, tell } = playedFacts(2);
  const told: Told[] = [];
  combine(facts)((value) => told.push(value));
  tell(1, second);
  tell(0, first);
  expect(told.at(-1)).toBe(expected);
});

test('the end of one is the end of all that it was made of', () => {
  const { facts, ended } = playedFacts(3);
  anyTold(facts)(() => {})();
  expect(ended()).toBe(3);
});
