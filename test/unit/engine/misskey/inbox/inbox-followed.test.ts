import { describe, expect, test } from 'vitest';
import { followWaitMs } from '../../../../../src-main/engine/misskey/inbox/followees.ts';
import { bellBench } from '../../../../support/bell-bench.ts';
import type { SeenCall } from '../../../../support/fake-api.ts';
import { feedBench, id, ids } from '../../../../support/feed-bench.ts';
import {
  rawChatMessage,
  rawMe,
  rawNote,
  rawNotification,
  rawUser,
} from '../../../../support/samples.ts';
import { alice } from '../../../../support/source-bench.ts';

const followed = new Set(['user-bob']);
const relations = ({ parameters }: SeenCall) =>
  [parameters['userId']]
    .flat()
    .map((userId) => ({ id: userId, isFollowing: followed.has(String(userId)) }));

/** A mention by somebody; the account follows Bob alone. */
const mentionBy = (userId: string, one: string) =>
  rawNotification(one, { type: 'mention', userId, user: rawUser({ id: userId }), note: rawNote() });

/** An account of which only those followed ring, online. */
async function strictBench(around = bellBench()) {
  const bench = feedBench(ids(1, 3), around);
  bench.api.answer('users/relation', relations);
  bench.setRules({ onlyFollowed: true });
  await bench.online();
  return {
    ...bench,
    async mentioned(userId: string, one: string) {
      bench.inbox.push(mentionBy(userId, one));
      await bench.main('notification', mentionBy(userId, one));
    },
    /** The server gets so far as to answer. */
    answered: () => bench.clock.advance(100),
    asked: () => bench.api.callsOf('users/relation').map(({ parameters }) => parameters['userId']),
    reasons: () =>
      bench.history.of(alice).map(({ notice, decision }) => [notice.sourceId, decision.reason]),
  };
}

/** The same account in another run, with what is on the disk and on the server. */
async function restarted(before: Awaited<ReturnType<typeof strictBench>>) {
  before.source.stop();
  const bench = feedBench([], bellBench(before.clock, before.file));
  bench.inbox.push(...before.inbox);
  await bench.online();
  return bench;
}

describe('where only people ring whom the account follows', () => {
  test('a stranger is kept, with the reason, and somebody followed rings', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-carol', id(4));
    await bench.mentioned('user-bob', id(5));
    await bench.answered();
    expect(bench.asked()).toEqual([['user-carol', 'user-bob']]);
    expect(bench.shown()).toEqual([id(5)]);
    expect(bench.reasons()).toEqual([
      [id(4), 'not-followed'],
      [id(5), 'live'],
    ]);
  });

  test('whom it follows is asked once, and not where all ring', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.answered();
    await bench.mentioned('user-bob', id(5));
    expect(bench.shown()).toEqual([id(4), id(5)]);
    bench.setRules({ onlyFollowed: false });
    await bench.mentioned('user-carol', id(6));
    expect(bench.shown()).toEqual([id(4), id(5), id(6)]);
    expect(bench.asked()).toHaveLength(1);
  });

  test('nothing overtakes a notice that waits', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.happens(id(5));
    expect(bench.shown()).toEqual([]);
    await bench.answered();
    expect(bench.shown()).toEqual([id(4), id(5)]);
  });

  test('who is followed or left while Suzu listens counts at once', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.answered();
    await bench.main('unfollow', rawUser({ id: 'user-bob' }));
    await bench.main('follow', rawUser({ id: 'user-carol' }));
    await bench.mentioned('user-bob', id(5));
    await bench.mentioned('user-carol', id(6));
    expect(bench.shown()).toEqual([id(4), id(6)]);
    expect(bench.asked()).toHaveLength(1);
  });

  test('who was left while the connection was away is asked for anew', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.answered();
    bench.drop();
    bench.inbox.push(mentionBy('user-bob', id(5)));
    bench.api.answer('users/relation', () => [{ id: 'user-bob', isFollowing: false }]);
    await bench.back();
    await bench.answered();
    expect(bench.shown()).toEqual([id(4)]);
    expect(bench.reasons()).toContainEqual([id(5), 'not-followed']);
  });

  test('a server that does not answer makes nothing silent', async () => {
    const bench = await strictBench();
    bench.api.hold('users/relation', relations);
    await bench.mentioned('user-carol', id(4));
    await bench.clock.advance(followWaitMs - 1);
    expect(bench.shown()).toEqual([]);
    await bench.clock.advance(1);
    expect(bench.shown()).toEqual([id(4)]);
  });

  test('one that waits is told a second time, and rings once', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.main('unreadNotification', mentionBy('user-bob', id(4)));
    await bench.answered();
    expect(bench.shown()).toEqual([id(4)]);
  });

  test('one that waits and is read elsewhere meanwhile is read', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.main('readAllNotifications');
    await bench.answered();
    expect(bench.history.unread(alice)).toBe(0);
  });

  test('one that waits and is taken back meanwhile is gone', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    await bench.main('notificationDeleted', id(4));
    await bench.answered();
    expect(bench.kept()).not.toContain(id(4));
  });

  test('what of a gap is unread is asked for once all of it has rung', async () => {
    const bench = await strictBench();
    bench.drop();
    bench.inbox.push(mentionBy('user-bob', id(4)));
    await bench.back();
    const before = bench.api.callsOf('i').length;
    await bench.answered();
    expect(bench.shown()).toEqual([id(4)]);
    expect(bench.api.callsOf('i')).toHaveLength(before + 1);
  });

  test('one that waits while the first connect sets the baseline rings all the same', async () => {
    const bench = feedBench(ids(1, 3));
    bench.api.answer('users/relation', relations);
    bench.setRules({ onlyFollowed: true });
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.online();
    bench.inbox.push(mentionBy('user-bob', id(4)));
    await bench.main('notification', mentionBy('user-bob', id(4)));
    release();
    await bench.clock.advance(100);
    expect(bench.shown()).toEqual([id(4)]);
    expect(bench.history.isKnown(alice, id(3))).toBe(true);
  });

  test('a chat message that waits while the first connect sets its baseline rings, too', async () => {
    const bench = feedBench();
    const message = rawChatMessage('m1', { fromUserId: 'user-bob', fromUser: rawUser() });
    bench.api.answer('users/relation', relations);
    bench.api.answer('i', () => rawMe({ hasUnreadChatMessages: true }));
    bench.api.answer('chat/history', () => [message]);
    bench.setRules({ onlyFollowed: true });
    const release = bench.api.hold('i/notifications', bench.answer);
    await bench.online();
    await bench.main('newChatMessage', message);
    release();
    await bench.clock.advance(100);
    expect(bench.shown()).toEqual(['chat:m1']);
  });

  test('what waits when the account goes never rings', async () => {
    const bench = await strictBench();
    await bench.mentioned('user-bob', id(4));
    bench.source.stop();
    await bench.clock.advance(2 * followWaitMs);
    expect(bench.kept()).toEqual([]);
  });
});

describe('a kill while a notice waits', () => {
  test('live: it and what came after it ring at the next start', async () => {
    const bench = await strictBench();
    bench.api.hold('users/relation', relations);
    await bench.mentioned('user-bob', id(4));
    await bench.happens(id(5));
    const again = await restarted(bench);
    expect(again.shown()).toEqual([id(4), id(5)]);
  });

  test('of a gap: all of it rings at the next start', async () => {
    const bench = await strictBench();
    bench.drop();
    bench.api.hold('users/relation', relations);
    bench.inbox.push(mentionBy('user-bob', id(4)), rawNotification(id(5)));
    await bench.back();
    await bench.happens(id(6));
    expect(bench.shown()).toEqual([]);
    const again = await restarted(bench);
    expect(again.shown()).toEqual(ids(4, 6));
  });

  test('of a long gap: all of it is found at the next start', async () => {
    const bench = await strictBench();
    bench.drop();
    bench.api.hold('users/relation', relations);
    bench.inbox.push(...ids(4, 30).map((one) => mentionBy('user-bob', one)));
    await bench.back();
    const again = await restarted(bench);
    expect(again.kept()).toEqual(ids(4, 30));
  });

  test('after it rang nothing rings again', async () => {
    const bench = await strictBench();
    bench.drop();
    bench.inbox.push(mentionBy('user-bob', id(4)), rawNotification(id(5)));
    await bench.back();
    await bench.answered();
    expect(bench.shown()).toEqual([id(4), id(5)]);
    const again = await restarted(bench);
    expect(again.shown()).toEqual([]);
  });
});
