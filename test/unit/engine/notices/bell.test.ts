import { describe, expect, test } from 'vitest';
import type { Bell } from '../../../../src-main/engine/notices/bell.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import { bellBench } from '../../../support/bell-bench.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { aNotice, bob } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const other = 'alice@other.example';
const hour = 60 * 60_000;

const many = (count: number, fields: Partial<Notice> = {}) =>
  Array.from({ length: count }, (_, index) => aNotice(`n${index + 1}`, fields));

describe('a live notice', () => {
  test('is kept, told, traced and shown', () => {
    const { bell, told, trace, history } = bellBench();
    const notice = aNotice('n1');
    bell.ring(notice, true);
    expect(told.toasts).toEqual([
      {
        id: 'alice@example.social/n1',
        accountId: alice,
        title: 'Bob followed you',
        body: '',
        iconUrls: ['https://example.social/identicon/bob'],
        target: { kind: 'user', username: 'bob', host: null },
      },
    ]);
    expect(told.inserted).toEqual([
      { notice, decision: { decision: 'shown', reason: 'live' }, read: false },
    ]);
    expect(trace).toEqual([
      { at: 'notice', account: alice, id: notice.id, type: 'follow' },
      { at: 'decision', id: notice.id, decision: 'shown', reason: 'live' },
    ]);
    expect(history.get(notice.id)?.notice).toEqual(notice);
  });

  test('that comes again is dropped without a trace', () => {
    const { bell, told, trace } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n1'), false);
    bell.ringMissed(alice, [aNotice('n1')]);
    expect(told.toasts).toHaveLength(1);
    expect(told.inserted).toHaveLength(1);
    expect(trace).toHaveLength(2);
  });

  test('with the same id on another account is another one', () => {
    const { bell, told } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n1', { accountId: other }), true);
    expect(told.toasts.map(({ id }) => id)).toEqual([`${alice}/n1`, `${other}/n1`]);
  });

  test('is on disk before anybody is told: a kill in between must not make it ring again', () => {
    const bench = bellBench();
    const order: string[] = [];
    const { append } = bench.file;
    bench.file.append = (line) => {
      order.push('disk');
      append(line);
    };
    const { toasts, inserted } = bench.told;
    bench.bell.ring(aNotice('n1'), true);
    expect(order).toEqual(['disk']);
    expect([toasts.length, inserted.length]).toEqual([1, 1]);
    // A listener that throws stands for a kill: what was written before it is what counts.
    const second = bellBench(bench.clock, bench.file);
    second.bell.ring(aNotice('n1'), true);
    expect(second.told.toasts).toEqual([]);
  });

  test('rings although the disk is full', () => {
    const { bell, file, told } = bellBench();
    file.failure = new Error('ENOSPC');
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n1'), true);
    expect(told.toasts).toHaveLength(1);
  });

  test('tries the emoji, then its own picture, then the person', () => {
    const { bell, told } = bellBench();
    bell.ring(
      aNotice('n1', {
        type: 'reaction',
        reaction: { code: ':blob:', url: 'https://example.social/emoji/blob.webp' },
        iconUrl: 'https://example.social/icon.png',
      }),
      true,
    );
    bell.ring(aNotice('n2', { person: { ...bob, avatarUrl: null } }), true);
    expect(told.toasts.map(({ iconUrls }) => iconUrls)).toEqual([
      [
        'https://example.social/emoji/blob.webp',
        'https://example.social/icon.png',
        'https://example.social/identicon/bob',
      ],
      [],
    ]);
  });
});

describe('what a gap held back', () => {
  test.each([1, 2, 3, 4, 5])('%i ring one by one, oldest first', (count) => {
    const { bell, told } = bellBench();
    bell.ringMissed(alice, many(count));
    expect(told.toasts.map(({ id }) => id)).toEqual(many(count).map(({ id }) => id));
    expect(told.inserted.map(({ decision }) => decision)).toEqual(
      many(count).map(() => ({ decision: 'shown', reason: 'missed' })),
    );
  });

  test.each([6, 40])('%i become one digest', (count) => {
    const { bell, told, trace } = bellBench();
    bell.ringMissed(alice, many(count));
    expect(told.toasts).toEqual([
      {
        id: `${alice}/digest/n${count}`,
        accountId: alice,
        title: `${count} notifications while you were away`,
        body: `${count} new followers`,
        iconUrls: [],
        target: null,
      },
    ]);
    expect(told.inserted).toHaveLength(count);
    expect(trace.filter(({ at }) => at === 'notice')).toHaveLength(count);
    expect(
      trace.filter((event) => event.at === 'decision' && event.decision === 'grouped'),
    ).toHaveLength(count);
  });

  test('those that are known already do not count', () => {
    const { bell, told } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ringMissed(alice, many(6));
    expect(told.toasts.map(({ id }) => id)).toEqual(many(6).map(({ id }) => id));
  });

  test('those older than 24 h go to the history only, and do not count', () => {
    const { bell, told } = bellBench();
    const old = many(10, { createdAt: fakeStart - 25 * hour });
    const fresh = [aNotice('m1'), aNotice('m2')];
    bell.ringMissed(alice, [...old, ...fresh]);
    expect(told.toasts.map(({ id }) => id)).toEqual([`${alice}/m1`, `${alice}/m2`]);
    expect(told.inserted).toHaveLength(12);
    expect(told.inserted[0]?.decision).toEqual({ decision: 'suppressed', reason: 'too-old' });
  });

  test('old ones alone ring nothing at all', () => {
    const { bell, told } = bellBench();
    bell.ringMissed(alice, many(10, { createdAt: fakeStart - 25 * hour }));
    expect(told.toasts).toEqual([]);
  });

  test('nothing missed is nothing', () => {
    const { bell, told, trace } = bellBench();
    bell.ringMissed(alice, []);
    expect([told.toasts, told.inserted, trace]).toEqual([[], [], []]);
  });

  test('the same one twice in one gap rings once', () => {
    const { bell, told } = bellBench();
    bell.ringMissed(alice, [aNotice('n1'), aNotice('n1')]);
    expect(told.toasts).toHaveLength(1);
  });
});

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

describe('read', () => {
  test('everything of an account: its toasts close, those of others stay', () => {
    const { bell, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n2'), true);
    bell.ring(aNotice('n1', { accountId: other }), true);
    bell.markAllRead(alice);
    expect(told.closed).toEqual([`${alice}/n1`, `${alice}/n2`]);
    expect(told.resets).toBe(1);
    expect(history.unread(alice)).toBe(0);
    expect(history.unread(other)).toBe(1);
  });

  test('a digest closes with its account', () => {
    const { bell, told } = bellBench();
    bell.ringMissed(alice, many(7));
    bell.markAllRead(alice);
    expect(told.closed).toEqual([`${alice}/digest/n7`]);
  });

  test('a toast that is gone already is not closed again', () => {
    const { bell, told } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'closed' });
    bell.markAllRead(alice);
    expect(told.closed).toEqual([]);
  });

  test('one notice: its toast closes and its row changes', () => {
    const { bell, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n2'), true);
    bell.markRead(`${alice}/n1`);
    expect(told.closed).toEqual([`${alice}/n1`]);
    expect(told.updated.map(({ notice, read }) => [notice.sourceId, read])).toEqual([['n1', true]]);
    expect(history.unread(alice)).toBe(1);
  });

  test('one that is unknown changes nothing', () => {
    const { bell, told } = bellBench();
    bell.markRead('nobody/n1');
    expect(told.updated).toEqual([]);
    expect(told.closed).toEqual([]);
  });
});

describe('what became of a toast', () => {
  test('shown: traced, and it stays until it is closed', () => {
    const { bell, trace, told } = bellBench();
    bell.ring(aNotice('n1'), true);
    const toast = bell.onToastResult({ id: `${alice}/n1`, result: 'shown' });
    expect(toast?.title).toBe('Bob followed you');
    expect(trace.at(-1)).toEqual({
      at: 'toast',
      id: `${alice}/n1`,
      result: 'shown',
      title: 'Bob followed you',
      body: '',
    });
    bell.markAllRead(alice);
    expect(told.closed).toEqual([`${alice}/n1`]);
  });

  test('failed: the history says so, with the reason in the trace', () => {
    const { bell, trace, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'failed', reason: 'no service' });
    expect(trace.at(-1)).toMatchObject({ at: 'toast', result: 'failed', reason: 'no service' });
    expect(history.get(`${alice}/n1`)?.decision).toEqual({
      decision: 'suppressed',
      reason: 'failed',
    });
    expect(told.updated.map(({ decision }) => decision.reason)).toEqual(['failed']);
    expect(history.unread(alice)).toBe(1);
  });

  test('a digest that failed is traced, and its notices stay as they were', () => {
    const { bell, trace, told, history } = bellBench();
    bell.ringMissed(alice, many(6));
    bell.onToastResult({ id: `${alice}/digest/n6`, result: 'failed', reason: 'no service' });
    expect(trace.at(-1)).toMatchObject({ at: 'toast', result: 'failed' });
    expect(told.updated).toEqual([]);
    expect(history.newest(10).every(({ decision }) => decision.decision === 'grouped')).toBe(true);
  });

  test('clicked: it tells where to go, and the notice is read', () => {
    const { bell, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'shown' });
    const toast = bell.onToastResult({ id: `${alice}/n1`, result: 'clicked' });
    expect(toast?.target).toEqual({ kind: 'user', username: 'bob', host: null });
    expect(history.get(`${alice}/n1`)?.read).toBe(true);
    expect(told.updated.map(({ read }) => read)).toEqual([true]);
    // It closes by the click itself.
    expect(told.closed).toEqual([]);
  });

  test('closed by the user: not read', () => {
    const { bell, history, trace } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'closed' });
    expect(history.unread(alice)).toBe(1);
    expect(trace.at(-1)).toMatchObject({ at: 'toast', result: 'closed' });
  });

  test('of one that is not ours, or that has ended: nothing', () => {
    const { bell, trace } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'closed' });
    const before = trace.length;
    expect(bell.onToastResult({ id: `${alice}/n1`, result: 'clicked' })).toBeNull();
    expect(bell.onToastResult({ id: 'stranger', result: 'shown' })).toBeNull();
    expect(trace).toHaveLength(before);
  });
});

test('forget removes all traces of an account: toasts, held ones, history', () => {
  const { bell, told, history, file } = bellBench();
  bell.ring(aNotice('n1'), true);
  bell.pauseUntil(fakeStart + hour);
  bell.ring(aNotice('n2'), true);
  bell.ring(aNotice('n1', { accountId: other }), true);
  bell.forget(alice);
  expect(told.closed).toEqual([`${alice}/n1`]);
  expect(history.newest(10).map(({ notice }) => notice.accountId)).toEqual([other]);
  expect(file.lines.join()).not.toContain(alice);
  expect(told.resets).toBeGreaterThan(0);
  bell.pauseUntil(null);
  expect(told.toasts.map(({ accountId }) => accountId)).toEqual([alice, other]);
});

test('toasts are worded in the language in use', () => {
  const { bell, told } = bellBench(undefined, undefined, 'ja');
  bell.ring(aNotice('n1'), true);
  bell.ringMissed(
    alice,
    Array.from({ length: 6 }, (_, index) => aNotice(`m${index}`)),
  );
  expect(told.toasts.map(({ title, body }) => [title, body])).toEqual([
    ['Bobさんにフォローされました', ''],
    ['不在の間の通知 6件', '新しいフォロワー6人'],
  ]);
});
