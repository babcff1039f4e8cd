import { beforeEach, describe, expect, test } from 'vitest';
import {
  channelId,
  confirm,
  connectsOf,
  goOnline,
  receiveEvent,
} from '../../../../support/fake-misskey.ts';
import {
  channelListener,
  lost,
  type StreamBench,
  streamBench,
} from '../../../../support/stream-bench.ts';

let bench: StreamBench;

beforeEach(() => {
  bench = streamBench();
});

describe('going online', () => {
  test('main is asked for as soon as the socket opens, and makes the stream online', () => {
    bench.stream.start();
    expect(bench.stream.state?.name).toBe('connecting');
    bench.sockets.last.open();
    expect(connectsOf(bench.sockets.last)).toEqual([
      { channel: 'main', id: 'main-1', params: {}, pong: true },
    ]);
    expect(bench.stream.state?.name).toBe('subscribing');
    confirm(bench.sockets.last, 'main');
    expect(bench.states).toEqual(['connecting', 'subscribing', 'online']);
    expect(bench.main).toEqual(['connected']);
  });

  test('the confirmation of another id does not count', () => {
    bench.stream.start();
    bench.sockets.last.open();
    bench.sockets.last.receive({ type: 'connected', body: { id: 'main-2' } });
    bench.sockets.last.receive({ type: 'connected', body: {} });
    bench.sockets.last.receive({ type: 'connected' });
    expect(bench.stream.state?.name).toBe('subscribing');
  });

  test('a second confirmation changes nothing', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    confirm(bench.sockets.last, 'main');
    expect(bench.states).toEqual(['connecting', 'subscribing', 'online']);
    expect(bench.main).toEqual(['connected']);
  });

  test('events of main that come before its confirmation are left to the catch-up', () => {
    bench.stream.start();
    bench.sockets.last.open();
    receiveEvent(bench.sockets.last, 'main', 'notification', { id: 'early' });
    confirm(bench.sockets.last, 'main');
    receiveEvent(bench.sockets.last, 'main', 'notification', { id: 'after' });
    expect(bench.main).toEqual(['connected', 'notification {"id":"after"}']);
  });

  test('an event without a body is passed on', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    const id = channelId(bench.sockets.last, 'main');
    bench.sockets.last.receive({ type: 'channel', body: { id, type: 'readAllNotifications' } });
    expect(bench.main).toEqual(['connected', 'readAllNotifications undefined']);
  });
});

describe('channels', () => {
  test('one that was wanted before the stream is online is connected once it is', () => {
    const home = channelListener();
    bench.stream.connect('homeTimeline', { withRenotes: false }, home);
    bench.stream.start();
    bench.sockets.last.open();
    expect(bench.channelsOf(0)).toEqual(['main']);
    confirm(bench.sockets.last, 'main');
    expect(connectsOf(bench.sockets.last)[1]).toEqual({
      channel: 'homeTimeline',
      id: 'homeTimeline-2',
      params: { withRenotes: false },
      pong: true,
    });
    confirm(bench.sockets.last, 'homeTimeline');
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', { id: 'n' });
    expect(home.heard).toEqual(['connected', 'note {"id":"n"}']);
  });

  test('one that is wanted while online is connected at once', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.stream.connect('homeTimeline', {}, channelListener());
    expect(bench.channelsOf(0)).toEqual(['main', 'homeTimeline']);
  });

  test.each([
    [
      'the state',
      (connect: () => void) => {
        bench.played.alsoOnState = ({ name }) => {
          if (name === 'online') connect();
        };
      },
    ],
    [
      'main',
      (connect: () => void) => {
        bench.played.alsoOnConnected = connect;
      },
    ],
  ])(
    'one that is wanted by the listener of %s, in the moment of going online, is connected once',
    (_who, arrange) => {
      const home = channelListener();
      arrange(() => void bench.stream.connect('homeTimeline', {}, home));
      bench.stream.start();
      goOnline(bench.sockets.last);
      expect(bench.channelsOf(0)).toEqual(['main', 'homeTimeline']);
      confirm(bench.sockets.last, 'homeTimeline');
      expect(home.heard).toEqual(['connected']);
      bench.stream.stop();
      expect(bench.clock.pending).toBe(0);
    },
  );

  test('two of the same kind are told apart by their ids', () => {
    const [one, two] = [channelListener(), channelListener()];
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.stream.connect('userList', { listId: 'a' }, one);
    bench.stream.connect('userList', { listId: 'b' }, two);
    receiveEvent(bench.sockets.last, 'userList', 'note', 'of b');
    expect(one.heard).toEqual([]);
    expect(two.heard).toEqual(['note "of b"']);
  });

  test('each is connected again on every new socket, under a new id', async () => {
    const home = channelListener();
    bench.stream.connect('homeTimeline', {}, home);
    bench.stream.start();
    goOnline(bench.sockets.last);
    const oldId = channelId(bench.sockets.last, 'homeTimeline');
    bench.sockets.last.end(lost);
    await bench.clock.advance(2_000);
    goOnline(bench.sockets.last);
    expect(bench.channelsOf(1)).toEqual(['main', 'homeTimeline']);
    const newId = channelId(bench.sockets.last, 'homeTimeline');
    expect(newId).not.toBe(oldId);
    confirm(bench.sockets.last, 'homeTimeline');
    bench.sockets.last.receive({
      type: 'channel',
      body: { id: oldId, type: 'note', body: 'late' },
    });
    bench.sockets.last.receive({ type: 'channel', body: { id: newId, type: 'note', body: 'new' } });
    expect(home.heard).toEqual(['connected', 'note "new"']);
  });

  test('after disconnect the server is told, nothing is heard, and no socket connects it again', async () => {
    const home = channelListener();
    const handle = bench.stream.connect('homeTimeline', {}, home);
    bench.stream.start();
    goOnline(bench.sockets.last);
    confirm(bench.sockets.last, 'homeTimeline');
    handle.disconnect();
    handle.disconnect();
    expect(bench.disconnects()).toEqual([{ type: 'disconnect', body: { id: 'homeTimeline-2' } }]);
    receiveEvent(bench.sockets.last, 'homeTimeline', 'note', 'late');
    bench.sockets.last.end(lost);
    await bench.clock.advance(2_000);
    goOnline(bench.sockets.last);
    expect(bench.channelsOf(1)).toEqual(['main']);
    expect(home.heard).toEqual(['connected']);
  });

  test('disconnected before its confirmation it is neither confirmed nor refused', async () => {
    const home = channelListener();
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.stream.connect('homeTimeline', {}, home).disconnect();
    confirm(bench.sockets.last, 'homeTimeline');
    await bench.clock.advance(10_000);
    expect(home.heard).toEqual([]);
  });

  test('disconnected while its confirmation is waited for, it is not called refused later', async () => {
    const home = channelListener();
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.stream.connect('homeTimeline', {}, home).disconnect();
    await bench.clock.advance(10_000);
    expect(home.heard).toEqual([]);
  });

  test('disconnected while the stream is down there is nobody to tell', async () => {
    const handle = bench.stream.connect('homeTimeline', {}, channelListener());
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.sockets.last.end(lost);
    handle.disconnect();
    await bench.clock.advance(2_000);
    goOnline(bench.sockets.last);
    expect(bench.channelsOf(1)).toEqual(['main']);
    expect(bench.sockets.all.flatMap(({ sent }) => sent).join()).not.toContain('disconnect"');
  });
});

test('a nudge is passed on to the connection', () => {
  bench.stream.start();
  goOnline(bench.sockets.last);
  bench.stream.nudge();
  expect(bench.sockets.last.pings).toBe(1);
});

test('a subscription that is not acknowledged is judged', async () => {
  bench.stream.start();
  bench.sockets.last.open();
  await bench.clock.advance(5_000);
  expect(bench.judged).toEqual([{ kind: 'timeout', what: 'subscription' }]);
  expect(bench.stream.state).toMatchObject({ name: 'waiting', reason: 'not-acknowledged' });
});

describe('captures', () => {
  const heard: string[] = [];
  const listener = {
    onCaptured: () => void heard.push('captured'),
    onUpdate: (update: unknown) => void heard.push(JSON.stringify(update)),
  };
  const captures = (index: number) =>
    (bench.sockets.all[index]?.sent ?? []).filter((text) => /"(un)?subNote"/.test(text));
  const update = { id: 'note-1', type: 'reacted', body: { reaction: '👍', userId: 'user-bob' } };

  beforeEach(() => {
    heard.length = 0;
  });

  test('are asked for once the stream is online, and again on each new socket', async () => {
    bench.stream.capture('note-1', listener);
    bench.stream.start();
    bench.sockets.last.open();
    expect(captures(0)).toEqual([]);
    confirm(bench.sockets.last, 'main');
    expect(captures(0)).toEqual(['{"type":"subNote","body":{"id":"note-1"}}']);
    bench.sockets.last.receive({ type: 'noteUpdated', body: update });
    expect(heard).toEqual(['captured', JSON.stringify(update)]);
    bench.sockets.last.end(lost);
    await bench.clock.advance(2_000);
    goOnline(bench.sockets.last);
    expect(captures(1)).toEqual(captures(0));
  });

  test('are let go on the wire', () => {
    const handle = bench.stream.capture('note-1', listener);
    bench.stream.start();
    goOnline(bench.sockets.last);
    handle.release();
    expect(captures(0).at(-1)).toBe('{"type":"unsubNote","body":{"id":"note-1"}}');
  });

  test('a broken update is counted and harms nothing', () => {
    bench.stream.capture('note-1', listener);
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.sockets.last.receive({ type: 'noteUpdated', body: { id: 'note-1' } });
    bench.sockets.last.receive({ type: 'noteUpdated', body: update });
    expect(bench.stream.brokenFrames).toBe(1);
    expect(heard).toEqual(['captured', JSON.stringify(update)]);
  });
});

test('what the server tells everybody is handed out, of whatever type', () => {
  bench.stream.start();
  goOnline(bench.sockets.last);
  bench.sockets.last.receive({ type: 'emojiAdded', body: { emoji: { name: 'suzu' } } });
  bench.sockets.last.receive({ type: 'newInAFork' });
  expect(bench.broadcasts).toEqual([
    'emojiAdded {"emoji":{"name":"suzu"}}',
    'newInAFork undefined',
  ]);
});
