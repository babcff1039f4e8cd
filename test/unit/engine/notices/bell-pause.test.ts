import { describe, expect, test } from 'vitest';
import type { Bell } from '../../../../src-main/engine/notices/bell.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import { bellBench } from '../../../support/bell-bench.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { aNotice } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const other = 'alice@other.example';
const hour = 60 * 60_000;

const many = (count: number, fields: Partial<Notice> = {}) =>
  Array.from({ length: count }, (_, index) => aNotice(`n${index + 1}`, fields));

describe('pause', () => {
  test('holds toasts back, tells why, and says until when', () => {
    const { bell, told, trace } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    expect(bell.pausedUntil).toBe(fakeStart + hour);
    expect(told.pauses).toEqual([fakeStart + hour]);
    bell.ring(aNotice('n1'), true);
    expect(told.toasts).toEqual([]);
    expect(told.inserted[0]?.decision).toEqual({ decision: 'held', reason: 'paused' });
    expect(trace.at(-1)).toEqual({
      at: 'decision',
      id: `${alice}/n1`,
      decision: 'held',
      reason: 'paused',
    });
  });

  test('ends by itself with one digest', async () => {
    const { bell, told, clock } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.ring(aNotice('n1'), true);
    bell.ringMissed(alice, many(8));
    await clock.advance(hour - 1);
    expect(told.toasts).toEqual([]);
    await clock.advance(1);
    expect(bell.pausedUntil).toBeNull();
    expect(told.pauses).toEqual([fakeStart + hour, null]);
    expect(told.toasts.map(({ title, body }) => ({ title, body }))).toEqual([
      { title: '8 notifications while paused', body: '8 new followers' },
    ]);
  });

  test('one held notice comes as itself, not as a digest of one', () => {
    const { bell, told } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.ring(aNotice('n1'), true);
    bell.pauseUntil(null);
    expect(told.toasts.map(({ id, title }) => ({ id, title }))).toEqual([
      { id: `${alice}/n1`, title: 'Bob followed you' },
    ]);
  });

  test('each account gets its own digest', () => {
    const { bell, told } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    for (const notice of many(2)) bell.ring(notice, true);
    for (const notice of many(3, { accountId: other })) bell.ring(notice, true);
    bell.pauseUntil(null);
    expect(told.toasts.map(({ accountId, title }) => [accountId, title])).toEqual([
      [alice, '2 notifications while paused'],
      [other, '3 notifications while paused'],
    ]);
  });

  test('after it toasts are shown at once again, and nothing is released twice', () => {
    const { bell, told } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.ring(aNotice('n1'), true);
    bell.pauseUntil(null);
    bell.pauseUntil(null);
    bell.ring(aNotice('n2'), true);
    expect(told.toasts.map(({ id }) => id)).toEqual([`${alice}/n1`, `${alice}/n2`]);
  });

  test('another one replaces it', async () => {
    const { bell, told, clock } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.pauseUntil(fakeStart + 3 * hour);
    bell.ring(aNotice('n1'), true);
    await clock.advance(2 * hour);
    expect(bell.pausedUntil).toBe(fakeStart + 3 * hour);
    expect(told.toasts).toEqual([]);
    await clock.advance(hour);
    expect(told.toasts).toHaveLength(1);
  });

  test('until a moment that has passed is no pause', () => {
    const { bell, told, clock } = bellBench();
    bell.pauseUntil(fakeStart);
    expect(bell.pausedUntil).toBeNull();
    expect(clock.pending).toBe(0);
    bell.ring(aNotice('n1'), true);
    expect(told.toasts).toHaveLength(1);
  });

  test('what was read meanwhile is not released', () => {
    const { bell, told } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n1', { accountId: other }), true);
    bell.markAllRead(alice);
    bell.pauseUntil(null);
    expect(told.toasts.map(({ accountId }) => accountId)).toEqual([other]);
  });

  test('what was read one by one meanwhile is not released either', () => {
    const { bell, told } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    for (const notice of many(3)) bell.ring(notice, true);
    bell.markRead(`${alice}/n1`);
    bell.markRead(`${alice}/n2`);
    bell.pauseUntil(null);
    expect(told.toasts.map(({ id }) => id)).toEqual([`${alice}/n3`]);
  });

  test.each([
    ['live', (bell: Bell, notice: Notice) => bell.ring(notice, true)],
    ['missed', (bell: Bell, notice: Notice) => bell.ringMissed(alice, [notice])],
  ])('a computer that slept through its end ends it when something comes: %s', (_how, bring) => {
    const { bell, told, clock } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n2'), true);
    clock.jump(2 * hour);
    bring(bell, aNotice('n3'));
    expect(told.toasts.map(({ title }) => title)).toEqual([
      '2 notifications while paused',
      'Bob followed you',
    ]);
    expect(bell.pausedUntil).toBeNull();
    expect(told.pauses.at(-1)).toBeNull();
    expect(clock.pending).toBe(0);
  });

  test('after stop its end is not waited for', () => {
    const { bell, clock } = bellBench();
    bell.pauseUntil(fakeStart + hour);
    bell.stop();
    expect(clock.pending).toBe(0);
  });
});
