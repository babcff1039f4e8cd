import { expect, test } from 'vitest';
import { createIdGenerator, idOfTime } from '../../../../src-main/demo/world/ids.ts';

const at = Date.parse('2026-11-20T21:01:22.952Z');

test('an id begins with the time that a real server writes for it', () => {
  // From a recording: a notification made at that moment has the id att13c08rj0c001i.
  expect(idOfTime(at)).toBe('att13c08');
  expect(createIdGenerator('rj0c').next(at)).toBe('att13c08rj0c0000');
});

test('ids sort by time, and within a millisecond by the order of making', () => {
  const ids = createIdGenerator();
  const made = [ids.next(at), ids.next(at), ids.next(at + 1), ids.next(at + 60_000)];
  expect([...made].sort()).toEqual(made);
});
