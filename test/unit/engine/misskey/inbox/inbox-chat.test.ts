import { describe, expect, test } from 'vitest';
import { bellBench } from '../../../../support/bell-bench.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { fakeStart, settle } from '../../../../support/fake-clock.ts';
import { goOnline } from '../../../../support/fake-misskey.ts';
import { rawChatMessage, rawMe, rawUser } from '../../../../support/samples.ts';
import { alice, onlineBench, sourceBench } from '../../../../support/source-bench.ts';

type Fields = Readonly<Record<string, unknown>>;

const lost = { kind: 'closed', code: 1006 } as const;
const idOf = (id: string) => `${alice}/chat:${id}`;

/** An account whose chat says what the test puts into `people` and `rooms`. */
function chatBench(people: readonly Fields[] = [], around = bellBench()) {
  const bench = sourceBench({ bench: around });
  const chat = { people: [...people], rooms: [] as Fields[], hasUnread: people.length > 0 };
  bench.history.advance(alice, 'n0');
  bench.api.answer('i', () => rawMe({ hasUnreadChatMessages: chat.hasUnread }));
  bench.api.answer('chat/history', ({ parameters: { room } }) =>
    room === true ? chat.rooms : chat.people,
  );
  return {
    ...bench,
    chat,
    shown: () => bench.told.toasts.map(({ id }) => id),
    /** The connection is lost, something happens, and it comes back. */
    async away(meanwhile: () => void) {
      bench.sockets.last.end(lost);
      meanwhile();
      await bench.clock.advance(2_000);
      goOnline(bench.sockets.last);
      await settle();
    },
  };
}

describe('a chat message', () => {
  test('rings with its sender and its words, and leads to the conversation', async () => {
    const { main, told, trace } = await onlineBench();
    await main('newChatMessage', rawChatMessage('m1', { text: 'are **you** there?\nhello' }));
    expect(told.toasts).toMatchObject([
      {
        id: idOf('m1'),
        accountId: alice,
        title: 'Bob sent you a message',
        body: 'are you there? hello',
        iconUrls: ['https://example.social/identicon/bob'],
        target: { kind: 'chat', with: 'user', id: 'user-bob' },
      },
    ]);
    expect(trace).toEqual([
      { at: 'notice', account: alice, id: idOf('m1'), type: 'newChatMessage' },
      { at: 'decision', id: idOf('m1'), decision: 'shown', reason: 'live' },
    ]);
  });

  test('in a room names the room, and leads there', async () => {
    const { main, told } = await onlineBench();
    const room = {
      toUserId: null,
      toUser: null,
      toRoomId: 'r1',
      toRoom: { id: 'r1', name: 'Tea' },
    };
    await main('newChatMessage', rawChatMessage('m1', room));
    expect(told.toasts[0]).toMatchObject({
      title: 'Bob wrote in “Tea”',
      target: { kind: 'chat', with: 'room', id: 'r1' },
    });
  });

  test('without words is a file', async () => {
    const { main, told } = await onlineBench();
    await main('newChatMessage', rawChatMessage('m1', { text: null, fileId: 'f1', file: {} }));
    expect(told.toasts[0]?.body).toBe('[1 file]');
  });

  test('rings once, however often it comes', async () => {
    const { main, told } = await onlineBench();
    for (let n = 0; n < 3; n += 1) await main('newChatMessage', rawChatMessage('m1'));
    expect(told.toasts).toHaveLength(1);
  });

  test('of a server of the v12 era rings as well, and leads to its page', async () => {
    const { main, told } = await onlineBench();
    const { fromUser, toUserId, ...message } = rawChatMessage('m1');
    const old = { ...message, user: fromUser, recipientId: toUserId };
    await main('messagingMessage', old);
    await main('unreadMessagingMessage', old);
    const group = { group: { id: 'g1', name: 'Gardeners' }, groupId: 'g1' };
    await main('unreadMessagingMessage', { ...old, id: 'm2', ...group });
    expect(told.toasts.map(({ title, target }) => [title, target])).toEqual([
      ['Bob sent you a message', { kind: 'page', page: 'messaging' }],
      ['Bob wrote in “Gardeners”', { kind: 'page', page: 'messaging' }],
    ]);
    await main('readAllMessagingMessages');
    expect(told.closed).toEqual([idOf('m1'), idOf('m2')]);
  });

  test('does not move the mark from which notifications are caught up', async () => {
    const { main, history } = await onlineBench(['n1']);
    await main('newChatMessage', rawChatMessage('zzz'));
    expect(history.catchUpFrom(alice)).toBe('n1');
  });

  test.each([
    ['nothing', undefined],
    ['no id', { text: 'x' }],
    ['no date', rawChatMessage('m1', { createdAt: 'yesterday' })],
  ])('that cannot be read (%s) is logged without its content', async (_what, body) => {
    const { main, told, log } = await onlineBench();
    await main('newChatMessage', body);
    expect(told.toasts).toEqual([]);
    expect(log.lines.map(({ message }) => message)).toEqual(['a chat message could not be read']);
  });

  test('of nobody rings as somebody’s', async () => {
    const { main, told } = await onlineBench();
    await main('newChatMessage', rawChatMessage('m1', { fromUser: null }));
    expect(told.toasts[0]).toMatchObject({
      title: 'Someone sent you a message',
      target: { kind: 'page', page: 'chat' },
    });
  });
});

describe('what was missed', () => {
  test('the first time is only remembered', async () => {
    const bench = chatBench([rawChatMessage('m1')]);
    await bench.online();
    expect(bench.shown()).toEqual([]);
    expect(bench.history.isKnown(alice, 'chat:m1')).toBe(true);
    await bench.away(() => {});
    expect(bench.shown()).toEqual([]);
  });

  test('rings, the older first, from people and from rooms; what is known, read or one’s own does not', async () => {
    const bench = chatBench();
    await bench.online();
    await bench.main('newChatMessage', rawChatMessage('m1'));
    const from = (name: string) => rawUser({ id: `user-${name}`, username: name, name });
    const second = (n: number) => new Date(fakeStart + n * 1_000).toISOString();
    await bench.away(() => {
      bench.chat.hasUnread = true;
      bench.chat.people = [
        rawChatMessage('m5', { fromUser: from('eve'), createdAt: second(5) }),
        rawChatMessage('m4', { fromUser: from('dave'), isRead: true }),
        rawChatMessage('m3', { fromUser: rawMe() }),
        rawChatMessage('m1'),
      ];
      const room = { toRoomId: 'r1', toRoom: { id: 'r1', name: 'Tea' }, createdAt: second(4) };
      bench.chat.rooms = [rawChatMessage('m6', room)];
    });
    expect(bench.told.toasts.slice(1).map(({ title }) => title)).toEqual([
      'Bob wrote in “Tea”',
      'eve sent you a message',
    ]);
    expect(bench.api.callsOf('chat/history').map(({ parameters }) => parameters)).toEqual([
      { limit: 50, room: false },
      { limit: 50, room: true },
    ]);
  });

  test('is not asked for while nothing is unread', async () => {
    const bench = chatBench();
    await bench.online();
    await bench.away(() => {});
    expect(bench.api.callsOf('chat/history')).toEqual([]);
  });

  test('is not asked for where a role takes the chat away: the server would break', async () => {
    const bench = chatBench([rawChatMessage('m1')]);
    const policies = { chatAvailability: 'unavailable' };
    bench.api.answer('i', () => rawMe({ hasUnreadChatMessages: true, policies }));
    bench.api.answer('chat/history', () => apiFailure(500, 'INTERNAL_ERROR'));
    await bench.online();
    await bench.main('newChatMessage', rawChatMessage('m2'));
    expect(bench.shown()).toEqual([idOf('m2')]);
    await bench.away(() => {});
    expect(bench.api.callsOf('chat/history')).toEqual([]);
  });

  test('and what came before the app was started again rings as well', async () => {
    const first = chatBench();
    await first.online();
    first.source.stop();
    const again = chatBench([rawChatMessage('m1')], bellBench(first.clock, first.file));
    await again.online();
    expect(again.shown()).toEqual([idOf('m1')]);
  });

  test('without the permission what comes live still rings, and it is asked for once', async () => {
    const bench = chatBench();
    await bench.online();
    bench.api.answer('chat/history', () => apiFailure(403, 'PERMISSION_DENIED'));
    await bench.away(() => {
      bench.chat.hasUnread = true;
    });
    await bench.away(() => {});
    expect(bench.api.callsOf('chat/history')).toHaveLength(1);
    await bench.main('newChatMessage', rawChatMessage('m1'));
    expect(bench.shown()).toEqual([idOf('m1')]);
  });

  test('is asked for again when the server has a problem', async () => {
    const bench = chatBench();
    await bench.online();
    bench.api.answer('chat/history', () => apiFailure(500, 'INTERNAL_ERROR'));
    await bench.away(() => {
      bench.chat.hasUnread = true;
    });
    expect(bench.shown()).toEqual([]);
    bench.api.answer('chat/history', ({ parameters: { room } }) =>
      room === true ? [] : [rawChatMessage('m1')],
    );
    await bench.clock.advance(2_000);
    expect(bench.shown()).toEqual([idOf('m1')]);
  });

  test('of a server without chat is nothing', async () => {
    const bench = chatBench();
    bench.api.answer('i', () => rawMe());
    await bench.online();
    expect(bench.history.hasBaseline(alice, 'chat')).toBe(false);
  });
});

describe('read elsewhere', () => {
  test('all of it: the toasts go, and those of notifications stay', async () => {
    const bench = chatBench();
    await bench.online();
    await bench.main('newChatMessage', rawChatMessage('m1'));
    await bench.away(() => {});
    expect(bench.told.closed).toEqual([idOf('m1')]);
    expect(bench.history.unread(alice)).toBe(0);
  });

  test('one conversation of two', async () => {
    const bench = chatBench();
    await bench.online();
    const carol = rawUser({ id: 'user-carol', username: 'carol' });
    await bench.main('newChatMessage', rawChatMessage('m1'));
    await bench.main('newChatMessage', rawChatMessage('m2', { fromUser: carol }));
    await bench.away(() => {
      bench.chat.hasUnread = true;
      // The account answered Bob: then the newest of theirs is its own.
      const own = { fromUser: rawMe(), toUserId: 'user-bob', toUser: rawUser(), isRead: true };
      bench.chat.people = [rawChatMessage('m3', own), rawChatMessage('m2', { fromUser: carol })];
    });
    expect(bench.told.closed).toEqual([idOf('m1')]);
    expect(bench.shown()).toEqual([idOf('m1'), idOf('m2')]);
  });

  test('what comes to a conversation while it is looked through is not read', async () => {
    const bench = chatBench();
    await bench.online();
    const release = bench.api.hold('chat/history', ({ parameters: { room } }) =>
      room === true ? [] : [rawChatMessage('m1', { isRead: true })],
    );
    await bench.away(() => {
      bench.chat.hasUnread = true;
    });
    await bench.main('newChatMessage', rawChatMessage('m2'));
    release();
    await settle();
    release();
    await settle();
    expect(bench.history.hasBaseline(alice, 'chat')).toBe(true);
    expect(bench.told.closed).toEqual([]);
  });

  test('what comes while the server answers is not read', async () => {
    const bench = chatBench();
    await bench.online();
    const release = bench.api.hold('i', () => rawMe({ hasUnreadChatMessages: false }));
    await bench.away(() => {});
    await bench.main('newChatMessage', rawChatMessage('m1'));
    release();
    await settle();
    expect(bench.told.closed).toEqual([]);
  });
});
