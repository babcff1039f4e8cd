import { describe, expect, test } from 'vitest';
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
        sound: { kind: 'system' },
        urgency: 'normal',
        answerable: true,
        id: 'alice@example.social/n1',
        accountId: alice,
        title: 'Bob followed you',
        body: '',
        iconUrls: ['https://example.social/identicon/bob'],
        target: { kind: 'user', username: 'bob', host: null },
      },
    ]);
    expect(told.inserted).toEqual([
      {
        notice,
        decision: { decision: 'shown', reason: 'live' },
        read: false,
        released: false,
        answered: null,
        group: notice.id,
      },
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
        sound: { kind: 'system' },
        urgency: 'normal',
        answerable: false,
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
