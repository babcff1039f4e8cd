import { beforeEach, describe, expect, test } from 'vitest';
import { type ChannelListener, MisskeyStream } from '../../../../src-main/engine/misskey/stream.ts';
import { createBackoff } from '../../../../src-main/engine/streaming/backoff.ts';
import type {
  AttemptEnd,
  ConnectionState,
} from '../../../../src-main/engine/streaming/connection.ts';
import { type FakeClock, fakeClock } from '../../../support/fake-clock.ts';
import {
  channelId,
  confirm,
  connectsOf,
  goOnline,
  receiveEvent,
} from '../../../support/fake-misskey.ts';
import { type FakeSockets, fakeSockets } from '../../../support/fake-socket.ts';
import { type MemoryLog, memoryLog } from '../../../support/memory-log.ts';

const lost = { kind: 'closed', code: 1006 } as const;

let clock: FakeClock;
let sockets: FakeSockets;
let log: MemoryLog;
let stream: MisskeyStream;
let main: string[];
let states: ConnectionState['name'][];
let judged: AttemptEnd[];
let alsoOnState: (state: ConnectionState) => void;
let alsoOnConnected: () => void;

beforeEach(() => {
  clock = fakeClock();
  sockets = fakeSockets();
  log = memoryLog();
  main = [];
  states = [];
  judged = [];
  alsoOnState = () => {};
  alsoOnConnected = () => {};
  stream = new MisskeyStream({
    clock,
    backoff: createBackoff({ random: () => 0 }),
    openSocket: sockets.open,
    log,
    judge: async (end) => {
      judged.push(end);
      return { kind: 'retry', reason: 'not-acknowledged' };
    },
    onState: (state) => {
      states.push(state.name);
      alsoOnState(state);
    },
    main: {
      onConnected: () => {
        main.push('connected');
        alsoOnConnected();
      },
      onEvent: (type, body) => void main.push(`${type} ${JSON.stringify(body)}`),
    },
  });
});

/** A listener that keeps what it hears. */
function listener(): ChannelListener & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    onConnected: () => void heard.push('connected'),
    onRefused: () => void heard.push('refused'),
    onEvent: (type, body) => void heard.push(`${type} ${JSON.stringify(body)}`),
  };
}

const channelsOf = (index: number) => {
  const socket = sockets.all[index];
  return socket === undefined ? [] : connectsOf(socket).map(({ channel }) => channel);
};

const disconnects = () =>
  sockets.last.sent.filter((text) => text.includes('"disconnect"')).map((text) => JSON.parse(text));

describe('going online', () => {
  test('main is asked for as soon as the socket opens, and makes the stream online', () => {
    stream.start();
    expect(stream.state?.name).toBe('connecting');
    sockets.last.open();
    expect(connectsOf(sockets.last)).toEqual([
      { channel: 'main', id: 'main-1', params: {}, pong: true },
    ]);
    expect(stream.state?.name).toBe('subscribing');
    confirm(sockets.last, 'main');
    expect(states).toEqual(['connecting', 'subscribing', 'online']);
    expect(main).toEqual(['connected']);
  });

  test('the confirmation of another id does not count', () => {
    stream.start();
    sockets.last.open();
    sockets.last.receive({ type: 'connected', body: { id: 'main-2' } });
    sockets.last.receive({ type: 'connected', body: {} });
    sockets.last.receive({ type: 'connected' });
    expect(stream.state?.name).toBe('subscribing');
  });

  test('a second confirmation changes nothing', () => {
    stream.start();
    goOnline(sockets.last);
    confirm(sockets.last, 'main');
    expect(states).toEqual(['connecting', 'subscribing', 'online']);
    expect(main).toEqual(['connected']);
  });

  test('events of main that come before its confirmation are left to the catch-up', () => {
    stream.start();
    sockets.last.open();
    receiveEvent(sockets.last, 'main', 'notification', { id: 'early' });
    confirm(sockets.last, 'main');
    receiveEvent(sockets.last, 'main', 'notification', { id: 'after' });
    expect(main).toEqual(['connected', 'notification {"id":"after"}']);
  });

  test('an event without a body is passed on', () => {
    stream.start();
    goOnline(sockets.last);
    const id = channelId(sockets.last, 'main');
    sockets.last.receive({ type: 'channel', body: { id, type: 'readAllNotifications' } });
    expect(main).toEqual(['connected', 'readAllNotifications undefined']);
  });
});

describe('channels', () => {
  test('one that was wanted before the stream is online is connected once it is', () => {
    const home = listener();
    stream.connect('homeTimeline', { withRenotes: false }, home);
    stream.start();
    sockets.last.open();
    expect(channelsOf(0)).toEqual(['main']);
    confirm(sockets.last, 'main');
    expect(connectsOf(sockets.last)[1]).toEqual({
      channel: 'homeTimeline',
      id: 'homeTimeline-2',
      params: { withRenotes: false },
      pong: true,
    });
    confirm(sockets.last, 'homeTimeline');
    receiveEvent(sockets.last, 'homeTimeline', 'note', { id: 'n' });
    expect(home.heard).toEqual(['connected', 'note {"id":"n"}']);
  });

  test('one that is wanted while online is connected at once', () => {
    stream.start();
    goOnline(sockets.last);
    stream.connect('homeTimeline', {}, listener());
    expect(channelsOf(0)).toEqual(['main', 'homeTimeline']);
  });

  test.each([
    [
      'the state',
      (connect: () => void) => {
        alsoOnState = ({ name }) => {
          if (name === 'online') connect();
        };
      },
    ],
    [
      'main',
      (connect: () => void) => {
        alsoOnConnected = connect;
      },
    ],
  ])(
    'one that is wanted by the listener of %s, in the moment of going online, is connected once',
    (_who, arrange) => {
      const home = listener();
      arrange(() => void stream.connect('homeTimeline', {}, home));
      stream.start();
      goOnline(sockets.last);
      expect(channelsOf(0)).toEqual(['main', 'homeTimeline']);
      confirm(sockets.last, 'homeTimeline');
      expect(home.heard).toEqual(['connected']);
      stream.stop();
      expect(clock.pending).toBe(0);
    },
  );

  test('two of the same kind are told apart by their ids', () => {
    const [one, two] = [listener(), listener()];
    stream.start();
    goOnline(sockets.last);
    stream.connect('userList', { listId: 'a' }, one);
    stream.connect('userList', { listId: 'b' }, two);
    receiveEvent(sockets.last, 'userList', 'note', 'of b');
    expect(one.heard).toEqual([]);
    expect(two.heard).toEqual(['note "of b"']);
  });

  test('each is connected again on every new socket, under a new id', async () => {
    const home = listener();
    stream.connect('homeTimeline', {}, home);
    stream.start();
    goOnline(sockets.last);
    const oldId = channelId(sockets.last, 'homeTimeline');
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    expect(channelsOf(1)).toEqual(['main', 'homeTimeline']);
    const newId = channelId(sockets.last, 'homeTimeline');
    expect(newId).not.toBe(oldId);
    confirm(sockets.last, 'homeTimeline');
    sockets.last.receive({ type: 'channel', body: { id: oldId, type: 'note', body: 'late' } });
    sockets.last.receive({ type: 'channel', body: { id: newId, type: 'note', body: 'new' } });
    expect(home.heard).toEqual(['connected', 'note "new"']);
  });

  test('after disconnect the server is told, nothing is heard, and no socket connects it again', async () => {
    const home = listener();
    const handle = stream.connect('homeTimeline', {}, home);
    stream.start();
    goOnline(sockets.last);
    confirm(sockets.last, 'homeTimeline');
    handle.disconnect();
    handle.disconnect();
    expect(disconnects()).toEqual([{ type: 'disconnect', body: { id: 'homeTimeline-2' } }]);
    receiveEvent(sockets.last, 'homeTimeline', 'note', 'late');
    sockets.last.end(lost);
    await clock.advance(2_000);
    goOnline(sockets.last);
    expect(channelsOf(1)).toEqual(['main']);
    expect(home.heard).toEqual(['connected']);
  });

  test('disconnected before its confirmation it is neither confirmed nor refused', async () => {
    const home = listener();
    stream.start();
    goOnline(sockets.last);
    stream.connect('homeTimeline', {}, home).disconnect();
    confirm(sockets.last, 'homeTimeline');
    await clock.advance(10_000);
    expect(home.heard).toEqual([]);
  });

  test('disconnected while its confirmation is waited for, it is not called refused later', async () => {
    const home = listener();
    stream.start();
    goOnline(sockets.last);
    stream.connect('homeTimeline', {}, home).disconnect();
    await clock.advance(10_000);
    expect(home.heard).toEqual([]);
  });

  test('disconnected while the stream is down there is nobody to tell', async () => {
    const handle = stream.connect('homeTimeline', {}, listener());
    stream.start();
    goOnline(sockets.last);
    sockets.last.end(lost);
    handle.disconnect();
    await clock.advance(2_000);
    goOnline(sockets.last);
    expect(channelsOf(1)).toEqual(['main']);
    expect(sockets.all.flatMap(({ sent }) => sent).join()).not.toContain('disconnect"');
  });
});

describe('frames that cannot be used', () => {
  const frames: [string, string][] = [
    ['no JSON', '{"type":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a string', '"channel"'],
    ['a list', '[]'],
    ['a type that is no string', '{"type":7,"body":{}}'],
    ['no type', '{"body":{}}'],
    ['a channel frame without a body', '{"type":"channel"}'],
    ['a channel frame whose id is no string', '{"type":"channel","body":{"id":7,"type":"note"}}'],
    ['a channel frame without a type', '{"type":"channel","body":{"id":"main-1"}}'],
    ['a confirmation without an id', '{"type":"connected","body":{}}'],
    ['binary rubbish as text', '\u0000\uFFFD\u0001'],
    ['JSON nested 10,000 deep and cut off', '['.repeat(10_000)],
  ];

  test.each(frames)('%s is counted, dropped and survived', (_what, text) => {
    stream.start();
    goOnline(sockets.last);
    sockets.last.receive(text);
    expect(stream.brokenFrames).toBe(1);
    receiveEvent(sockets.last, 'main', 'notification', 1);
    expect(main).toEqual(['connected', 'notification 1']);
    expect(stream.state?.name).toBe('online');
  });

  test('frames of types that are unknown are no broken frames', () => {
    stream.start();
    goOnline(sockets.last);
    sockets.last.receive({ type: 'emojiAdded', body: { emoji: {} } });
    sockets.last.receive({ type: 'invented', body: [1] });
    sockets.last.receive({ type: 'invented' });
    expect(stream.brokenFrames).toBe(0);
    expect(main).toEqual(['connected']);
  });

  test('a body nested 10,000 deep passes through unread', () => {
    stream.start();
    goOnline(sockets.last);
    const id = channelId(sockets.last, 'main');
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    let heard: unknown = null;
    const home: ChannelListener = {
      onEvent: (_type, body) => {
        heard = body;
      },
    };
    stream.connect('homeTimeline', {}, home);
    const homeId = channelId(sockets.last, 'homeTimeline');
    sockets.last.receive(
      `{"type":"channel","body":{"id":"${homeId}","type":"note","body":${deep}}}`,
    );
    sockets.last.receive(`{"type":"channel","body":{"id":"unknown","type":"x","body":${deep}}}`);
    sockets.last.receive(`{"type":"channel","body":{"id":"${id}","type":"after","body":1}}`);
    expect(Array.isArray(heard)).toBe(true);
    expect(main).toEqual(['connected', 'after 1']);
  });

  test('a flood of them writes few lines', () => {
    stream.start();
    goOnline(sockets.last);
    for (let n = 0; n < 2_500; n += 1) sockets.last.receive('rubbish');
    expect(stream.brokenFrames).toBe(2_500);
    expect(log.lines.map(({ fields }) => fields['count'])).toEqual([1, 1_000, 2_000]);
  });

  test('the log does not hold what was in them', () => {
    stream.start();
    goOnline(sockets.last);
    sockets.last.receive('{"type":"channel","body":"a secret of somebody"');
    expect(JSON.stringify(log.lines)).not.toContain('secret');
  });
});

describe('the end', () => {
  test('stop leaves no timer and no socket, even with channels unconfirmed', async () => {
    stream.connect('homeTimeline', {}, listener());
    stream.start();
    goOnline(sockets.last);
    stream.connect('localTimeline', {}, listener());
    stream.stop();
    expect(clock.pending).toBe(0);
    expect(sockets.alive).toBe(0);
    expect(stream.state).toBeNull();
    receiveEvent(sockets.last, 'main', 'notification', 'late');
    await clock.advance(60_000);
    expect(main).toEqual(['connected']);
  });

  test.each(['online', 'connected'] as const)(
    'even when it is stopped in the moment of %s',
    (moment) => {
      const home = listener();
      stream.connect('homeTimeline', {}, home);
      if (moment === 'connected') alsoOnConnected = () => stream.stop();
      else {
        alsoOnState = ({ name }) => {
          if (name === 'online') stream.stop();
        };
      }
      stream.start();
      goOnline(sockets.last);
      expect(clock.pending).toBe(0);
      expect(sockets.alive).toBe(0);
      expect(channelsOf(0)).toEqual(['main']);
    },
  );

  test('a lost socket takes its unconfirmed channels with it: none is called refused', async () => {
    const home = listener();
    stream.connect('homeTimeline', {}, home);
    stream.start();
    goOnline(sockets.last);
    sockets.last.end(lost);
    await clock.advance(10_000);
    expect(home.heard).toEqual([]);
  });

  test('it can be started again and connects what is still wanted', async () => {
    stream.connect('homeTimeline', {}, listener());
    stream.start();
    goOnline(sockets.last);
    stream.stop();
    await clock.advance(2_000);
    stream.start();
    goOnline(sockets.last);
    expect(channelsOf(1)).toEqual(['main', 'homeTimeline']);
  });
});

test('a nudge is passed on to the connection', () => {
  stream.start();
  goOnline(sockets.last);
  stream.nudge();
  expect(sockets.last.pings).toBe(1);
});

test('a subscription that is not acknowledged is judged', async () => {
  stream.start();
  sockets.last.open();
  await clock.advance(5_000);
  expect(judged).toEqual([{ kind: 'timeout', what: 'subscription' }]);
  expect(stream.state).toMatchObject({ name: 'waiting', reason: 'not-acknowledged' });
});
