import { describe, expect, test } from 'vitest';
import { pollTimes } from '../../../../../src-main/engine/misskey/link/polling.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { settle } from '../../../../support/fake-clock.ts';
import { feedBench, id, ids } from '../../../../support/feed-bench.ts';
import { rawChatMessage, rawMe, rawNotification } from '../../../../support/samples.ts';
import { alice, sourceBench } from '../../../../support/source-bench.ts';

const idOf = (n: number) => `${alice}/${id(n)}`;
const readAll = 'notifications/mark-all-as-read';

/** An account with these many notifications unread, here and on its server. */
async function unreadBench(count: number) {
  const bench = feedBench(['n0000']);
  const server = { unread: 0 };
  bench.api.answer('i', () => rawMe({ unreadNotificationsCount: server.unread }));
  bench.api.answer(readAll, () => new Response(null, { status: 204 }));
  await bench.online();
  for (const one of ids(1, count)) await bench.happens(one);
  server.unread = count;
  return {
    ...bench,
    server,
    told: bench.told,
    calls: () => bench.api.callsOf(readAll).length,
    unread: () =>
      bench.history
        .newest()
        .filter(({ read }) => !read)
        .map(({ notice }) => notice.sourceId)
        .sort(),
    async away(meanwhile: () => void) {
      bench.drop();
      meanwhile();
      await bench.back();
    },
  };
}

describe('read elsewhere', () => {
  test('while Suzu was away: all of it', async () => {
    const bench = await unreadBench(3);
    await bench.away(() => {
      bench.server.unread = 0;
    });
    expect(bench.unread()).toEqual([]);
    expect(bench.told.closed.toSorted()).toEqual([idOf(1), idOf(2), idOf(3)]);
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(0);
  });

  test('all of it, and then some more came: the older ones are read', async () => {
    const bench = await unreadBench(3);
    await bench.away(() => {
      bench.inbox.push(...feedBench(ids(4, 5)).inbox);
      bench.server.unread = 2;
    });
    expect(bench.shown()).toEqual([1, 2, 3, 4, 5].map(id));
    expect(bench.unread()).toEqual([id(4), id(5)]);
  });

  test('nothing: the server may have as many, or more', async () => {
    const bench = await unreadBench(3);
    await bench.away(() => {});
    expect(bench.unread()).toHaveLength(3);
    await bench.away(() => {
      bench.server.unread = 40;
    });
    expect(bench.unread()).toHaveLength(3);
    expect(bench.told.closed).toEqual([]);
  });

  test('on a server that only says whether: all of it', async () => {
    const bench = await unreadBench(2);
    const old = { unreadNotificationsCount: undefined };
    await bench.away(() =>
      bench.api.answer('i', () => rawMe({ ...old, hasUnreadNotification: true })),
    );
    expect(bench.unread()).toHaveLength(2);
    await bench.away(() =>
      bench.api.answer('i', () => rawMe({ ...old, hasUnreadNotification: false })),
    );
    expect(bench.unread()).toEqual([]);
  });

  test('on a server that says nothing of it: nothing', async () => {
    const bench = await unreadBench(2);
    await bench.away(() =>
      bench.api.answer('i', () => rawMe({ unreadNotificationsCount: undefined })),
    );
    expect(bench.unread()).toHaveLength(2);
  });

  test('what comes while the server answers is not read', async () => {
    const bench = await unreadBench(1);
    const release = bench.api.hold('i', () => rawMe({ unreadNotificationsCount: 0 }));
    await bench.away(() => {});
    await bench.happens(id(2));
    release();
    await settle();
    expect(bench.unread()).toEqual([id(2)]);
  });

  test('an answer that comes after the next loss is not taken', async () => {
    const bench = await unreadBench(1);
    const release = bench.api.hold('i', () => rawMe({ unreadNotificationsCount: 0 }));
    await bench.away(() => {});
    bench.drop();
    release();
    await settle();
    expect(bench.unread()).toEqual([id(1)]);
  });

  test('is asked for after what was missed has come, and again when the server has a problem', async () => {
    const bench = await unreadBench(1);
    const failures = [apiFailure(500, 'INTERNAL_ERROR'), apiFailure(500, 'INTERNAL_ERROR')];
    await bench.away(() =>
      bench.api.answer('i', () => failures.pop() ?? rawMe({ unreadNotificationsCount: 0 })),
    );
    await bench.clock.advance(5_000);
    expect(bench.unread()).toEqual([]);
    const order = bench.api.calls.map(({ endpoint }) => endpoint);
    expect(order.lastIndexOf('i')).toBeGreaterThan(order.lastIndexOf('i/notifications'));
  });

  test('is asked for although missed notifications may not be read', async () => {
    const bench = await unreadBench(1);
    await bench.away(() => {
      bench.api.answer('i/notifications', () => apiFailure(403, 'PERMISSION_DENIED'));
      bench.server.unread = 0;
    });
    expect(bench.unread()).toEqual([]);
  });
});

describe('read here', () => {
  test('one by one: the server is told once, after the last', async () => {
    const bench = await unreadBench(2);
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(0);
    bench.bell.markRead(idOf(2));
    await bench.clock.advance(999);
    expect(bench.calls()).toBe(0);
    await bench.clock.advance(1);
    expect(bench.calls()).toBe(1);
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(1);
  });

  test('a toast that is clicked', async () => {
    const bench = await unreadBench(1);
    bench.bell.onToastResult({ id: idOf(1), result: 'clicked' });
    await bench.clock.advance(1_000);
    expect(bench.calls()).toBe(1);
  });

  test('not while something else is unread that came meanwhile', async () => {
    const bench = await unreadBench(1);
    bench.bell.markRead(idOf(1));
    await bench.happens(id(2));
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(0);
    bench.bell.markRead(idOf(2));
    await bench.clock.advance(1_000);
    expect(bench.calls()).toBe(1);
  });

  test('the server’s own word of it does not take along what came after', async () => {
    const bench = await unreadBench(1);
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(1_000);
    await bench.happens(id(2));
    await bench.main('readAllNotifications');
    expect(bench.unread()).toEqual([id(2)]);
    // The next one is another device’s.
    await bench.main('readAllNotifications');
    expect(bench.unread()).toEqual([]);
  });

  test('a word that never came does not stand for a later one', async () => {
    const bench = await unreadBench(1);
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(1_000);
    await bench.happens(id(2));
    await bench.clock.advance(10_000);
    await bench.main('readAllNotifications');
    expect(bench.unread()).toEqual([]);
  });

  test('a failure is tried again, and only logged', async () => {
    const bench = await unreadBench(1);
    const failures = [apiFailure(500, 'INTERNAL_ERROR')];
    bench.api.answer(readAll, () => failures.pop() ?? new Response(null, { status: 204 }));
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(2);
    expect(bench.log.lines.map(({ message }) => message)).toEqual(['telling what was read failed']);
  });

  test('without the permission it is not tried again', async () => {
    const bench = await unreadBench(1);
    bench.api.answer(readAll, () => apiFailure(403, 'PERMISSION_DENIED'));
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(20_000);
    expect(bench.calls()).toBe(1);
  });

  test('while away: told when nothing was missed', async () => {
    const bench = await unreadBench(1);
    await bench.away(() => bench.bell.markRead(idOf(1)));
    expect(bench.calls()).toBe(0);
    await bench.clock.advance(1_000);
    expect(bench.calls()).toBe(1);
  });

  test('while away, and something was missed: not told, or nobody would have seen it', async () => {
    const bench = await unreadBench(1);
    await bench.away(() => {
      bench.bell.markRead(idOf(1));
      bench.inbox.push(...feedBench(ids(2, 2)).inbox);
      bench.server.unread = 2;
    });
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(0);
    expect(bench.unread()).toEqual([id(2)]);
  });

  test('a chat message does not count for the server', async () => {
    const bench = await unreadBench(1);
    await bench.main('newChatMessage', rawChatMessage('m1'));
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(1_000);
    expect(bench.calls()).toBe(1);
    bench.bell.markRead(`${alice}/chat:m1`);
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(1);
  });

  test('catching up tells nothing by itself', async () => {
    const bench = await unreadBench(0);
    await bench.away(() => {
      bench.inbox.push(...feedBench(ids(1, 9)).inbox);
      bench.server.unread = 9;
    });
    await bench.clock.advance(20_000);
    expect(bench.calls()).toBe(0);
  });

  test('nothing is told after the end', async () => {
    const bench = await unreadBench(1);
    bench.bell.markRead(idOf(1));
    bench.source.stop();
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(0);
  });
});

describe('read here in low presence', () => {
  /** An account that asks every few minutes, and has rung for one notification. */
  async function pollingBench() {
    const inbox = [rawNotification(id(1))];
    const bench = sourceBench({ presence: 'polling' });
    bench.history.advance(alice, 'n0000');
    bench.api.answer('i', () => rawMe({ unreadNotificationsCount: inbox.length }));
    bench.api.answer('i/notifications', ({ parameters: { sinceId = '' } }) =>
      inbox.filter((one) => String(one['id']) > String(sinceId)),
    );
    bench.api.answer(readAll, () => new Response(null, { status: 204 }));
    bench.source.start();
    await settle();
    expect(bench.told.toasts).toHaveLength(1);
    return {
      ...bench,
      inbox,
      calls: () => bench.api.callsOf(readAll).length,
      nextPoll: () => bench.clock.advance(pollTimes.every + pollTimes.jitter),
    };
  }

  test('is told the next time that nothing new is found', async () => {
    const bench = await pollingBench();
    bench.bell.markRead(idOf(1));
    await bench.clock.advance(10_000);
    expect(bench.calls()).toBe(0);
    await bench.nextPoll();
    await bench.nextPoll();
    expect(bench.calls()).toBe(1);
  });

  test('is not told of what nobody has seen', async () => {
    const bench = await pollingBench();
    bench.bell.markRead(idOf(1));
    bench.inbox.push(rawNotification(id(2)));
    await bench.nextPoll();
    expect(bench.calls()).toBe(0);
    expect(bench.history.get(idOf(2))?.read).toBe(false);
    bench.bell.markRead(idOf(2));
    await bench.nextPoll();
    expect(bench.calls()).toBe(1);
  });
});

describe('taken back', () => {
  test.each([
    ['its id', (one: string) => one],
    ['an object with its id', (one: string) => ({ id: one })],
    ['an object that names it', (one: string) => ({ notificationId: one })],
  ])('`notificationDeleted` with %s removes the notice and its toast', async (_what, body) => {
    const bench = await unreadBench(2);
    await bench.main('notificationDeleted', body(id(1)));
    expect(bench.kept()).toEqual([id(2)]);
    expect(bench.told.closed).toEqual([idOf(1)]);
    await bench.happens(id(1), 'unreadNotification');
    expect(bench.kept()).toEqual([id(2)]);
  });

  test.each([[null], [7], [{}], [{ id: 'gone' }]])('%j removes nothing', async (body) => {
    const bench = await unreadBench(1);
    await bench.main('notificationDeleted', body);
    expect(bench.kept()).toEqual([id(1)]);
  });

  test('`notificationFlushed` empties, but for what is no notification', async () => {
    const bench = await unreadBench(3);
    await bench.main('newChatMessage', rawChatMessage('m1'));
    await bench.main('notificationFlushed');
    expect(bench.kept()).toEqual(['chat:m1']);
    expect(bench.told.closed).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(bench.history.catchUpFrom(alice)).toBe('n0000');
  });
});
