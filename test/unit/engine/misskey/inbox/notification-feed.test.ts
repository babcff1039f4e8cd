import { describe, expect, test } from 'vitest';
import { bellBench } from '../../../../support/bell-bench.ts';
import { apiFailure, htmlPage } from '../../../../support/fake-api.ts';
import { fakeStart, settle } from '../../../../support/fake-clock.ts';
import { channelId } from '../../../../support/fake-misskey.ts';
import { feedBench, id, ids } from '../../../../support/feed-bench.ts';
import { rawNotification } from '../../../../support/samples.ts';
import { alice } from '../../../../support/source-bench.ts';

const day = 24 * 60 * 60_000;

describe('the first connect is a baseline', () => {
  test('what is there is known, and rings nothing', async () => {
    const { online, shown, kept, history, api } = feedBench(ids(1, 40));
    await online();
    expect(shown()).toEqual([]);
    expect(kept()).toEqual([]);
    expect(history.hasBaseline(alice)).toBe(true);
    expect(history.isKnown(alice, id(40))).toBe(true);
    expect(api.callsOf('i/notifications').map(({ parameters }) => parameters)).toEqual([
      { limit: 30, markAsRead: false },
    ]);
  });

  test('what comes afterwards rings', async () => {
    const { online, shown, happens } = feedBench(ids(1, 3));
    await online();
    await happens(id(4));
    expect(shown()).toEqual([id(4)]);
  });

  test('what comes live while it is on its way rings, and once', async () => {
    const bench = feedBench(ids(1, 3));
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.online();
    await bench.happens(id(4));
    expect(bench.shown()).toEqual([id(4)]);
    release();
    await settle();
    await bench.main('unreadNotification', rawNotification(id(4)));
    expect(bench.shown()).toEqual([id(4)]);
  });

  test('an unread one of before that comes while it is on its way does not ring', async () => {
    const bench = feedBench(ids(1, 3));
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.online();
    await bench.main('unreadNotification', rawNotification(id(3)));
    expect(bench.shown()).toEqual([]);
    release();
    await settle();
    expect(bench.shown()).toEqual([]);
  });

  test('an account that has nothing yet: the first one ever rings, also when it was missed', async () => {
    const bench = feedBench();
    await bench.online();
    expect(bench.history.hasBaseline(alice)).toBe(true);
    bench.drop();
    bench.inbox.push(rawNotification(id(1)));
    await bench.back();
    expect(bench.shown()).toEqual([id(1)]);
  });

  test('one that cannot be had is tried again, and stays a baseline', async () => {
    const bench = feedBench(ids(1, 3));
    bench.api.answer('i/notifications', () => htmlPage(502));
    await bench.online();
    expect(bench.history.hasBaseline(alice)).toBe(false);
    bench.api.answer('i/notifications', bench.answer);
    await bench.clock.advance(10_000);
    expect(bench.history.hasBaseline(alice)).toBe(true);
    expect(bench.shown()).toEqual([]);
  });

  test('one that comes when the stream is down again is not taken: what came since would ring', async () => {
    const bench = feedBench(ids(1, 3));
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.online();
    bench.drop();
    release();
    await settle();
    expect(bench.history.hasBaseline(alice)).toBe(false);
    bench.inbox.push(rawNotification(id(4)));
    bench.api.answer('i/notifications', bench.answer);
    await bench.back();
    expect(bench.history.hasBaseline(alice)).toBe(true);
    expect(bench.shown()).toEqual([]);
  });

  test('it is not made twice: after a restart what was missed rings', async () => {
    const first = feedBench(ids(1, 3));
    await first.online();
    first.source.stop();
    const second = feedBench(ids(1, 5), bellBench(first.clock, first.file));
    await second.online();
    expect(second.shown()).toEqual(ids(4, 5));
  });
});

describe('a gap', () => {
  test.each([1, 2, 5])('of %i: they ring one by one', async (count) => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(...ids(4, 3 + count).map((one) => rawNotification(one)));
    await bench.back();
    expect(bench.shown()).toEqual(ids(4, 3 + count));
  });

  test.each([6, 150])('of %i: one digest, and all in the history', async (count) => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(...ids(4, 3 + count).map((one) => rawNotification(one)));
    await bench.back();
    expect(bench.shown()).toEqual([`digest/${id(3 + count)}`]);
    expect(bench.told.toasts[0]?.title).toBe(`${count} notifications while you were away`);
    expect(bench.kept()).toEqual(ids(4, 3 + count));
  });

  test('of more than a day: what is older goes to the history only', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    const old = { createdAt: new Date(fakeStart - day - 60_000).toISOString() };
    for (const one of ids(4, 20)) bench.inbox.push(rawNotification(one, old));
    bench.inbox.push(rawNotification(id(21)));
    await bench.back();
    expect(bench.shown()).toEqual([id(21)]);
    expect(bench.kept()).toHaveLength(18);
  });

  test('what comes live while it is looked for rings once', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(rawNotification(id(4)));
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.back();
    await bench.happens(id(5));
    await bench.main('unreadNotification', rawNotification(id(4)));
    expect(bench.shown()).toEqual([id(5)]);
    bench.api.answer('i/notifications', bench.answer);
    release();
    await settle();
    expect(bench.shown()).toEqual([id(5), id(4)]);
    expect(bench.kept().sort()).toEqual(ids(4, 5));
  });

  test('an unread one that is not in the answer rings when the looking is over', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    const release = bench.api.hold('i/notifications', () => []);
    await bench.back();
    await bench.main('unreadNotification', rawNotification(id(4)));
    bench.api.answer('i/notifications', () => []);
    release();
    await settle();
    expect(bench.shown()).toEqual([id(4)]);
  });

  test('that ends in another gap is looked for again: nothing is missing, nothing comes twice', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(rawNotification(id(4)));
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.back();
    bench.drop();
    bench.api.answer('i/notifications', bench.answer);
    release();
    await settle();
    expect(bench.shown()).toEqual([]);
    bench.inbox.push(rawNotification(id(5)));
    await bench.back();
    expect(bench.shown()).toEqual(ids(4, 5));
  });

  test('that cannot be looked for at once is looked for until it can', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(rawNotification(id(4)));
    bench.api.answer('i/notifications', () =>
      apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '20' }),
    );
    await bench.back();
    await bench.happens(id(5));
    expect(bench.shown()).toEqual([id(5)]);
    bench.api.answer('i/notifications', bench.answer);
    await bench.clock.advance(19_000);
    expect(bench.shown()).toEqual([id(5)]);
    await bench.clock.advance(1_000);
    expect(bench.shown()).toEqual([id(5), id(4)]);
  });
});

describe('read marks', () => {
  test.each(['readAllNotifications', 'notificationFlushed'])(
    '`%s` closes what stands',
    async (type) => {
      const bench = feedBench();
      await bench.online();
      await bench.happens(id(1));
      await bench.main(type);
      expect(bench.told.closed).toEqual([`${alice}/${id(1)}`]);
      expect(bench.history.unread(alice)).toBe(0);
    },
  );
});

describe('what cannot be read', () => {
  test.each([
    ['no body', undefined],
    ['a list', []],
    ['no id', { type: 'follow', createdAt: '2026-11-20T21:00:00.000Z' }],
    ['no type', { id: 'x', createdAt: '2026-11-20T21:00:00.000Z' }],
    ['no date', { id: 'x', type: 'follow' }],
    ['a date that is none', { id: 'x', type: 'follow', createdAt: 'yesterday' }],
  ])('%s: logged without its content, and the next one rings', async (_what, body) => {
    const bench = feedBench();
    await bench.online();
    await bench.main('notification', body);
    expect(bench.log.lines.map(({ message, fields }) => ({ message, fields }))).toEqual([
      { message: 'a notification could not be read', fields: { type: 'notification' } },
    ]);
    await bench.happens(id(1));
    expect(bench.shown()).toEqual([id(1)]);
  });

  test.each([
    ['a person that is none', { user: 7 }],
    ['a note that is none', { note: { id: 'x' } }],
    ['no person at all', { user: undefined }],
  ])('%s: it rings without that part', async (_what, fields) => {
    const bench = feedBench();
    await bench.online();
    await bench.main('notification', rawNotification(id(1), fields));
    expect(bench.shown()).toEqual([id(1)]);
  });
});

test('what waits to be decided does not grow for ever: the catch-up finds the older ones', async () => {
  const bench = feedBench(ids(1, 3));
  await bench.online();
  bench.drop();
  const release = bench.api.hold('i/notifications', () => []);
  await bench.back();
  for (const one of ids(4, 303)) {
    bench.sockets.last.receive({
      type: 'channel',
      body: {
        id: channelId(bench.sockets.last, 'main'),
        type: 'unreadNotification',
        body: rawNotification(one),
      },
    });
  }
  bench.api.answer('i/notifications', () => []);
  release();
  await settle();
  expect(bench.shown()).toEqual(ids(204, 303));
});
