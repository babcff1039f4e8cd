import { expect, test } from 'vitest';
import { SeenEvents } from '../../../../src-main/engine/feeds/seen-events.ts';
import { anEvent } from '../../../support/played-links.ts';

function seenWith(...texts: readonly string[]): SeenEvents {
  const seen = new SeenEvents();
  for (const text of texts) seen.add(anEvent(text), 'notice', 7);
  return seen;
}
const texts = (seen: SeenEvents) => seen.newest().map(({ event }) => event.text);

test('nothing has been seen at first', () => {
  expect(new SeenEvents().newest()).toEqual([]);
  expect(new SeenEvents().count).toBe(0);
});

test('the newest comes first, with its number, its time and what became of it', () => {
  const seen = seenWith('one');
  seen.add(anEvent('two'), 'filtered', 8);
  expect(seen.newest()).toEqual([
    { n: 2, at: 8, event: anEvent('two'), outcome: 'filtered' },
    { n: 1, at: 7, event: anEvent('one'), outcome: 'notice' },
  ]);
});

test('of many the last twenty stay, and all are counted', () => {
  const seen = seenWith(...Array.from({ length: 1_003 }, (_, n) => `${n}`));
  expect(texts(seen)).toEqual(Array.from({ length: 20 }, (_, n) => `${1_002 - n}`));
  expect(seen.newest()[0]?.n).toBe(1_003);
  expect(seen.count).toBe(1_003);
});

test('large ones push older ones out, and the newest always stays', () => {
  const large = 'x'.repeat(200_000);
  const seen = seenWith('small', large, large);
  expect(texts(seen)).toEqual([large]);
  seen.add(anEvent('y'), 'notice', 7);
  expect(texts(seen)).toEqual(['y', large]);
  const huge = 'z'.repeat(1_000_000);
  seen.add(anEvent(huge), 'notice', 7);
  expect(texts(seen)).toEqual([huge]);
  seen.add(anEvent('after'), 'notice', 7);
  expect(texts(seen)).toEqual(['after']);
});
