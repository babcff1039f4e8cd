/**
 * The traps of PROTOCOL §0 that lie in the stream, each by its number; those of what it carries (10 to
 * 19) are beside this file. Number 20 (word mutes are the client's work) is in neither: rules that read
 * the muted words come with a later issue.
 */
import { describe, expect, test } from 'vitest';
import { allowedTimelines } from '../../../../src-main/engine/misskey/timelines/timelines.ts';
import { serverFrames } from '../../../support/captures.ts';
import { apiFailure } from '../../../support/fake-api.ts';
import { settle } from '../../../support/fake-clock.ts';
import { channelId, confirm, connectsOf, goOnline } from '../../../support/fake-misskey.ts';
import { rawMe, rawNote, rawNotification, rawUser } from '../../../support/samples.ts';
import { alice, onlineBench, sourceBench } from '../../../support/source-bench.ts';

const lost = { kind: 'closed', code: 1006 } as const;
const unauthorized = { kind: 'rejected', status: 401, retryAfterMs: null } as const;

describe('trap 1: the stream needs read:account, and its 401 does not tell a bad token from a missing permission', () => {
  test.each([
    [403, 'PERMISSION_DENIED', 'permission-missing'],
    [401, 'AUTHENTICATION_FAILED', 'token-invalid'],
    [403, 'YOUR_ACCOUNT_SUSPENDED', 'suspended'],
  ] as const)('`i` answers %i %s: refused, %s', async (status, code, reason) => {
    const { source, sockets, api, clock } = sourceBench();
    api.answer('i', () => apiFailure(status, code));
    source.start();
    sockets.last.end(unauthorized);
    await settle();
    expect(source.state).toEqual({ name: 'refused', reason });
    await clock.advance(24 * 60 * 60_000);
    expect(sockets.all).toHaveLength(1);
  });

  test('`i` answers as it should: it was somebody else who said 401, and it is tried again', async () => {
    const { source, sockets, clock } = sourceBench();
    source.start();
    sockets.last.end(unauthorized);
    await settle();
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'rejected' });
    await clock.advance(4_000);
    expect(sockets.all).toHaveLength(2);
  });

  test('without read:notifications the live ones still ring', async () => {
    const { api, source, sockets, main, told, clock } = sourceBench();
    api.answer('i/notifications', () => apiFailure(403, 'PERMISSION_DENIED'));
    source.start();
    goOnline(sockets.last);
    await settle();
    await main('notification', rawNotification('n1'));
    expect(told.toasts.map(({ title }) => title)).toEqual(['Bob followed you']);
    await clock.advance(60_000);
    sockets.last.alive();
    expect(api.callsOf('i/notifications')).toHaveLength(1);
  });
});

describe('trap 2: one happening comes as up to six frames, and only `notification` rings', () => {
  test('a recorded reply rings once', async () => {
    const { sockets, told, watch } = await onlineBench();
    watch('home');
    const frames = serverFrames('15-reply', (channel) =>
      channel === 'localTimeline' ? null : channelId(sockets.last, channel),
    );
    expect(frames).toHaveLength(6);
    for (const frame of frames) sockets.last.receive(frame);
    expect(told.toasts.map(({ title }) => title)).toEqual([
      'Bob :blobtest: Builder replied to you',
    ]);
  });

  test.each([
    'mention',
    'reply',
    'renote',
    'followed',
    'follow',
    'unfollow',
    'receiveFollowRequest',
    'meUpdated',
    'messagingMessage',
    'readAllAnnouncements',
    'driveFileCreated',
    'urlUploadFinished',
    'signin',
    'myTokenRegenerated',
    'registryUpdated',
    'pageEvent',
    'unreadMention',
    'notificationDeleted',
    'readAllMessagingMessages',
    'inventedByAFork',
  ])('`%s` alone rings nothing', async (type) => {
    const { main, told, trace } = await onlineBench();
    await main(type, rawNotification('n1', { note: rawNote() }));
    expect(told.toasts).toEqual([]);
    expect(trace).toEqual([]);
  });
});

describe('trap 3: reply, renote and followed are not filtered by mutes, so they never ring', () => {
  test('what a muted person does comes without a notification, and stays silent', async () => {
    const { main, told, clock } = await onlineBench();
    await main('reply', rawNote());
    await main('renote', rawNote({ text: null, renote: rawNote({ id: 'mine' }) }));
    await main('followed', rawUser());
    await clock.advance(10_000);
    expect(told.toasts).toEqual([]);
    expect(told.inserted).toEqual([]);
  });
});

describe('trap 4: a notification comes by three paths and rings once', () => {
  const notification = rawNotification('n1');
  type Bench = Awaited<ReturnType<typeof onlineBench>>;
  const paths = {
    notification: ({ main }: Bench) => main('notification', notification),
    unreadNotification: ({ main }: Bench) => main('unreadNotification', notification),
    catchUp: async ({ api, sockets, clock }: Bench) => {
      api.answer('i/notifications', () => [notification]);
      sockets.last.end(lost);
      await clock.advance(2_000);
      goOnline(sockets.last);
      await settle();
    },
  };
  type Path = keyof typeof paths;
  const orders: Path[][] = [
    ['notification'],
    ['unreadNotification'],
    ['catchUp'],
    ['notification', 'unreadNotification'],
    ['unreadNotification', 'notification'],
    ['notification', 'catchUp'],
    ['catchUp', 'notification'],
    ['catchUp', 'unreadNotification'],
    ['unreadNotification', 'catchUp'],
    ['notification', 'unreadNotification', 'catchUp'],
    ['catchUp', 'notification', 'unreadNotification'],
    ['notification', 'notification', 'catchUp', 'catchUp'],
  ];

  test.each(orders.map((order) => ({ order, name: order.join(', ') })))(
    '$name',
    async ({ order }) => {
      const bench = await onlineBench(['n0']);
      for (const path of order) await paths[path](bench);
      expect(bench.told.toasts.map(({ id }) => id)).toEqual([`${alice}/n1`]);
      expect(bench.told.inserted).toHaveLength(1);
    },
  );

  test('a client that connects within 2 s after the event sees only `unreadNotification`: it rings', async () => {
    const { api, main, told } = await onlineBench(['n0']);
    await main('unreadNotification', notification);
    expect(told.toasts).toHaveLength(1);
    expect(api.callsOf('i/notifications').length).toBeGreaterThan(0);
  });
});

describe('trap 5: disconnect of main does not unsubscribe: main is connected once per socket and frames of unknown ids are dropped', () => {
  test('one `connect` of main a socket, under a new id each time, and never a `disconnect`', async () => {
    const { sockets, watch, clock } = await onlineBench();
    watch('home');
    watch();
    watch('local');
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    const mains = sockets.all.map((socket) =>
      connectsOf(socket).filter(({ channel }) => channel === 'main'),
    );
    expect(mains.map((found) => found.length)).toEqual([1, 1]);
    expect(new Set(mains.flat().map(({ id }) => id)).size).toBe(2);
    const ids = mains.flat().map(({ id }) => id);
    const disconnected = sockets.all
      .flatMap(({ sent }) => sent)
      .filter((text) => text.includes('"disconnect"'));
    expect(disconnected.length).toBeGreaterThan(0);
    expect(disconnected.some((text) => ids.some((id) => text.includes(`"${id}"`)))).toBe(false);
  });

  test('the recorded leak: what comes under the dead id is dropped, what comes under the live one rings once', async () => {
    const { sockets, told, trace } = await onlineBench();
    const frames = serverFrames('04-disconnect-main-leaks', () => null);
    expect(frames).toHaveLength(4);
    // In the recording A is dead and B lives on the same socket; here B is the id of this socket.
    const id = channelId(sockets.last, 'main');
    const rename = (frame: unknown) => JSON.stringify(frame).replace('"id":"B"', `"id":"${id}"`);
    const [dead = ''] = frames.map(rename);
    expect(dead).toContain('"id":"A"');
    sockets.last.receive(dead);
    expect(trace).toEqual([]);
    for (const frame of frames) sockets.last.receive(rename(frame));
    expect(told.toasts.map(({ title }) => title)).toEqual(['Test notification']);
  });

  test('a late frame under the id of an earlier socket is dropped', async () => {
    const { sockets, told, clock } = await onlineBench();
    const oldId = channelId(sockets.last, 'main');
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    const body = { id: oldId, type: 'notification', body: rawNotification('n1') };
    sockets.last.receive({ type: 'channel', body });
    expect(told.toasts).toEqual([]);
  });
});

describe('trap 6: refusals are silent', () => {
  test('every channel is asked for with `pong: true`, a string id and params that are an object', async () => {
    const { sockets, watch } = await onlineBench();
    watch('home', 'local', 'social', 'global');
    const connects = connectsOf(sockets.last);
    expect(connects.map(({ channel }) => channel)).toEqual([
      'main',
      'homeTimeline',
      'localTimeline',
      'hybridTimeline',
      'globalTimeline',
    ]);
    for (const connect of connects) expect(connect).toMatchObject({ params: {}, pong: true });
  });

  test('5 s without `connected` for main: the socket is dropped, and the account is asked why', async () => {
    const { source, sockets, api, clock } = sourceBench();
    source.start();
    sockets.last.open();
    await clock.advance(4_999);
    expect(source.state).toEqual({ name: 'subscribing' });
    await clock.advance(1);
    expect(sockets.last.terminated).toBe(true);
    expect(api.callsOf('i')).toHaveLength(1);
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'not-acknowledged' });
  });

  test('a timeline that is refused does not take the stream down', async () => {
    const { source, watch, sockets, clock } = await onlineBench();
    watch('home');
    await clock.advance(5_000);
    expect(source.state).toEqual({ name: 'online' });
    confirm(sockets.last, 'homeTimeline');
    sockets.last.alive();
    expect(source.state).toEqual({ name: 'online' });
  });
});

describe('trap 7: `connected` does not mean that events will come, so only what the policies allow is offered', () => {
  test.each([
    [true, true, ['home', 'local', 'social', 'global']],
    [true, false, ['home', 'local', 'social']],
    [false, true, ['home', 'global']],
    [false, false, ['home']],
  ])('ltlAvailable %s, gtlAvailable %s: %j', async (ltlAvailable, gtlAvailable, names) => {
    const { mes, online, api } = sourceBench();
    api.answer('i', () => rawMe({ policies: { ltlAvailable, gtlAvailable } }));
    await online();
    expect(mes.map(({ policies }) => allowedTimelines(policies))).toEqual([names]);
  });

  test('what was just opened is read over HTTP, where the server does say no', async () => {
    const { watch, feed, api, confirm } = await onlineBench();
    api.answer('notes/local-timeline', () => apiFailure(400, 'LTL_DISABLED'));
    watch('local');
    await confirm('localTimeline');
    expect(feed('local').status).toMatchObject({
      state: 'failed',
      error: { code: 'LTL_DISABLED' },
    });
  });
});

describe('trap 8: the application-level ping is gone, and its old answer is not JSON', () => {
  test('liveness is asked with protocol pings: no text `ping` or `h` is ever sent', async () => {
    const { sockets, clock } = await onlineBench();
    for (let n = 0; n < 10; n += 1) {
      await clock.advance(30_000);
      sockets.last.alive();
    }
    expect(sockets.last.pings).toBe(10);
    for (const text of sockets.last.sent) expect(JSON.parse(text)).toHaveProperty('type');
  });

  test('the text `pong` of an old server is a sign of life and no frame', async () => {
    const { sockets, clock, source, main, told } = await onlineBench();
    await clock.advance(30_000);
    sockets.last.receive('pong');
    await clock.advance(20_000);
    expect(source.state).toEqual({ name: 'online' });
    await main('notification', rawNotification('n1'));
    expect(told.toasts).toHaveLength(1);
  });
});

describe('trap 9: no close codes, and a revoked token does not close an open stream', () => {
  test.each([
    lost,
    { kind: 'closed', code: 1005 },
    { kind: 'closed', code: 1008 },
    { kind: 'error', code: 'ECONNRESET' },
  ] as const)(
    'an open stream that ends with %j is a lost connection, whatever the reason',
    async (end) => {
      const { sockets, source, clock } = await onlineBench();
      sockets.last.end(end);
      expect(source.state).toMatchObject({ name: 'waiting', reason: 'closed' });
      await clock.advance(2_000);
      goOnline(sockets.last);
      expect(source.state).toEqual({ name: 'online' });
    },
  );

  test('the recorded revocation: the open stream goes on delivering, the next connect is refused', async () => {
    const { sockets, source, api, told, clock } = await onlineBench();
    const frames = serverFrames('60-token-revoked-while-connected', (channel) =>
      channelId(sockets.last, channel),
    );
    for (const frame of frames) sockets.last.receive(frame);
    expect(told.toasts).toHaveLength(1);
    expect(source.state).toEqual({ name: 'online' });
    api.answer('i', () => apiFailure(401, 'AUTHENTICATION_FAILED'));
    sockets.last.end(lost);
    await clock.advance(2_000);
    sockets.last.end(unauthorized);
    await settle();
    expect(source.state).toEqual({ name: 'refused', reason: 'token-invalid' });
  });
});
