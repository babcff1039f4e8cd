import { expect, test } from 'vitest';
import { RetainedMarks } from '../../../../src-main/engine/feeds/retained-marks.ts';
import { anEvent } from '../../../support/played-links.ts';

/** A cursor in memory, which another run may read. */
function memoryCursor(kept: string | null = null) {
  let value = kept;
  return {
    get: () => value,
    set: (next: string) => {
      value = next;
    },
  };
}
const door = (text: string) => anEvent(text, { name: 'home/door', retained: true });

test('what a topic had last is known, also on the next run; anything else is news', () => {
  const cursor = memoryCursor();
  const marks = new RetainedMarks(cursor);
  expect(marks.isLast(door('open'))).toBe(false);
  marks.heard(door('open'));
  expect(marks.isLast(door('open'))).toBe(true);
  expect(marks.isLast(door('shut'))).toBe(false);
  expect(marks.isLast(anEvent('open', { name: 'home/window' }))).toBe(false);
  expect(new RetainedMarks(cursor).isLast(door('open'))).toBe(true);
});

test('after something else on the topic the same is news again', () => {
  const marks = new RetainedMarks(memoryCursor());
  marks.heard(door('open'));
  marks.passed(door('shut'));
  expect(marks.isLast(door('open'))).toBe(false);
});

test('what rings for nobody on other topics costs no writing', () => {
  let writes = 0;
  const set = () => {
    writes += 1;
  };
  const marks = new RetainedMarks({ get: () => null, set });
  marks.passed(door('shut'));
  expect(writes).toBe(0);
});

test('of any number of topics with names of any length the last hundred are remembered', () => {
  const cursor = memoryCursor();
  const marks = new RetainedMarks(cursor);
  for (let n = 0; n < 150; n += 1) marks.heard(anEvent('on', { name: `${n}`.padEnd(60_000) }));
  expect(marks.isLast(anEvent('on', { name: '49'.padEnd(60_000) }))).toBe(false);
  expect(marks.isLast(anEvent('on', { name: '50'.padEnd(60_000) }))).toBe(true);
  expect(cursor.get()?.length).toBeLessThanOrEqual(4_096);
});

test.each(['', '{', '[["a"]]', '{"a":1}'])('with %j in its place it begins anew', (kept) => {
  expect(new RetainedMarks(memoryCursor(kept)).isLast(door('open'))).toBe(false);
});
