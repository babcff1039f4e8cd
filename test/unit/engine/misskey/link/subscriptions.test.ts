import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelHandle } from '../../../../../src-main/engine/misskey/link/subscriptions.ts';
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
  bench.stream.start();
  goOnline(bench.sockets.last);
});

async function reconnect(): Promise<void> {
  bench.sockets.last.end(lost);
  await bench.clock.advance(2_000);
  goOnline(bench.sockets.last);
}

/** The frames of one type on the newest socket. */
const framesOf = (type: string): unknown[] =>
  bench.sockets.last.sent
    .map((text) => JSON.parse(text))
    .filter((frame) => frame.type === type)
    .map((frame) => frame.body);

/** Confirms everything that was asked for on the newest socket. */
function confirmAll(): void {
  for (const { id } of connectsOf(bench.sockets.last)) {
    bench.sockets.last.receive({ type: 'connected', body: { id } });
  }
}

describe('the limit of channels on one connection', () => {
  /** Lists `0` … as many as asked for. */
  function lists(count: number) {
    return Array.from({ length: count }, (_, index) => {
      const listener = channelListener();
      const handle = bench.stream.connect('userList', { listId: String(index) }, listener);
      return { ...listener, handle };
    });
  }

  const close = (open: { readonly handle: ChannelHandle } | undefined) => open?.handle.disconnect();

  test('32 with main are asked for, and the others are told that there is no room', () => {
    const all = lists(33);
    expect(bench.channelsOf(0)).toHaveLength(32);
    confirmAll();
    expect(all.filter(({ heard }) => heard.join() === 'connected')).toHaveLength(31);
    expect(all.slice(31).map(({ heard }) => heard)).toEqual([['full'], ['full']]);
  });

  test('the longest waiting one comes when another goes, and is told once', () => {
    const all = lists(33);
    confirmAll();
    close(all[0]);
    expect(connectsOf(bench.sockets.last).at(-1)?.params).toEqual({ listId: '31' });
    confirmAll();
    expect(all[31]?.heard).toEqual(['full', 'connected']);
    expect(all[32]?.heard).toEqual(['full']);
  });

  test('one that waited and went is not asked for', () => {
    const all = lists(33);
    confirmAll();
    close(all[31]);
    close(all[0]);
    expect(connectsOf(bench.sockets.last).at(-1)?.params).toEqual({ listId: '32' });
  });

  test('one that the server refuses makes room', async () => {
    const all = lists(32);
    for (const { id, params } of connectsOf(bench.sockets.last)) {
      if (JSON.stringify(params) !== '{"listId":"5"}')
        bench.sockets.last.receive({ type: 'connected', body: { id } });
    }
    await bench.clock.advance(5_000);
    expect(all[5]?.heard).toEqual(['refused']);
    confirmAll();
    expect(all[31]?.heard).toEqual(['full', 'connected']);
  });

  test('on a new socket those who wait are told anew', async () => {
    const all = lists(32);
    await reconnect();
    expect(bench.channelsOf(1)).toHaveLength(32);
    expect(all[31]?.heard).toEqual(['full', 'full']);
  });

  test('a waiting one that is asked for by somebody else is told too', () => {
    lists(31);
    const [one, two] = [channelListener(), channelListener()];
    bench.stream.connect('serverStats', {}, one);
    bench.stream.connect('serverStats', {}, two);
    expect([one.heard, two.heard]).toEqual([['full'], ['full']]);
  });
});

describe('a confirmation', () => {
  test('that never comes is a refusal, once', async () => {
    const listener = channelListener();
    bench.stream.connect('antenna', { antennaId: 'a' }, listener);
    await bench.clock.advance(4_999);
    expect(listener.heard).toEqual([]);
    await bench.clock.advance(60_000);
    expect(listener.heard).toEqual(['refused']);
  });

  test('that comes late is taken all the same, with what follows it', async () => {
    const listener = channelListener();
    bench.stream.connect('antenna', { antennaId: 'a' }, listener);
    await bench.clock.advance(5_000);
    confirm(bench.sockets.last, 'antenna');
    confirm(bench.sockets.last, 'antenna');
    receiveEvent(bench.sockets.last, 'antenna', 'note', 1);
    expect(listener.heard).toEqual(['refused', 'connected', 'note 1']);
  });

  test('that was missed is waited for anew on the next socket', async () => {
    const listener = channelListener();
    bench.stream.connect('antenna', { antennaId: 'a' }, listener);
    await bench.clock.advance(5_000);
    await reconnect();
    confirm(bench.sockets.last, 'antenna');
    expect(listener.heard).toEqual(['refused', 'connected']);
  });
});

describe('a channel that exists once on a connection', () => {
  test('is connected once, and all who listen hear it', () => {
    const [one, two] = [channelListener(), channelListener()];
    bench.stream.connect('serverStats', {}, one);
    confirm(bench.sockets.last, 'serverStats');
    bench.stream.connect('serverStats', {}, two);
    receiveEvent(bench.sockets.last, 'serverStats', 'stats', 1);
    expect(bench.channelsOf(0)).toEqual(['main', 'serverStats']);
    expect(one.heard).toEqual(['connected', 'stats 1']);
    expect(two.heard).toEqual(['connected', 'stats 1']);
  });

  test('goes on for those who stay, and is disconnected with the last', () => {
    const [one, two] = [channelListener(), channelListener()];
    const [first, second] = [one, two].map((each) => bench.stream.connect('reversi', {}, each));
    confirm(bench.sockets.last, 'reversi');
    first?.disconnect();
    first?.disconnect();
    receiveEvent(bench.sockets.last, 'reversi', 'invited', 1);
    expect(one.heard).toEqual(['connected']);
    expect(two.heard).toEqual(['connected', 'invited 1']);
    expect(bench.disconnects()).toEqual([]);
    second?.disconnect();
    expect(bench.disconnects()).toHaveLength(1);
  });

  test('that was refused is so for whoever comes later', async () => {
    const late = channelListener();
    bench.stream.connect('admin', {}, channelListener());
    await bench.clock.advance(5_000);
    bench.stream.connect('admin', {}, late);
    expect(late.heard).toEqual(['refused']);
    expect(bench.channelsOf(0)).toEqual(['main', 'admin']);
  });

  test('one object that listens twice is two listeners', () => {
    const listener = channelListener();
    const handle = bench.stream.connect('drive', {}, listener);
    bench.stream.connect('drive', {}, listener);
    confirm(bench.sockets.last, 'drive');
    handle.disconnect();
    receiveEvent(bench.sockets.last, 'drive', 'fileDeleted', 'f');
    expect(listener.heard).toEqual(['connected', 'connected', 'fileDeleted "f"']);
  });

  test('main may be listened to by others besides', () => {
    const listener = channelListener();
    bench.stream.connect('main', {}, listener);
    receiveEvent(bench.sockets.last, 'main', 'unfollow', 1);
    expect(listener.heard).toEqual(['connected', 'unfollow 1']);
    expect(bench.main.at(-1)).toBe('unfollow 1');
    expect(bench.channelsOf(0)).toEqual(['main']);
  });
});

describe('a channel that the server cannot stop (PROTOCOL §0.5)', () => {
  test.each(['main', 'drive', 'admin'] as const)(
    '%s is never disconnected on the wire, and taken up again where it is',
    (channel) => {
      const [one, two] = [channelListener(), channelListener()];
      const handle = bench.stream.connect(channel, {}, one);
      confirm(bench.sockets.last, channel);
      handle.disconnect();
      expect(bench.disconnects()).toEqual([]);
      receiveEvent(bench.sockets.last, channel, 'event', 1);
      expect(one.heard).toEqual(['connected']);
      bench.stream.connect(channel, {}, two);
      receiveEvent(bench.sockets.last, channel, 'event', 2);
      expect(two.heard).toEqual(['connected', 'event 2']);
      expect(bench.channelsOf(0).filter((name) => name === channel)).toHaveLength(1);
    },
  );

  test('is not asked for on the next socket when nobody listens', async () => {
    bench.stream.connect('drive', {}, channelListener()).disconnect();
    await reconnect();
    expect(bench.channelsOf(1)).toEqual(['main']);
  });
});

describe('a message to a channel', () => {
  test('goes out under the id of the channel on this socket', async () => {
    const handle = bench.stream.connect('chatUser', { otherId: 'u' }, channelListener());
    confirm(bench.sockets.last, 'chatUser');
    expect(handle.send('read', { id: 'm' })).toBe(true);
    const id = channelId(bench.sockets.last, 'chatUser');
    expect(framesOf('channel')).toEqual([{ id, type: 'read', body: { id: 'm' } }]);
    await reconnect();
    confirm(bench.sockets.last, 'chatUser');
    handle.send('read', { id: 'm2' });
    const newId = channelId(bench.sockets.last, 'chatUser');
    expect(newId).not.toBe(id);
    expect(framesOf('channel')).toEqual([{ id: newId, type: 'read', body: { id: 'm2' } }]);
  });

  test('is not sent before the channel is there, nor after it went', async () => {
    const handle = bench.stream.connect('serverStats', {}, channelListener());
    const other = bench.stream.connect('serverStats', {}, channelListener());
    expect(handle.send('requestLog', {})).toBe(false);
    confirm(bench.sockets.last, 'serverStats');
    handle.disconnect();
    expect(handle.send('requestLog', {})).toBe(false);
    expect(other.send('requestLog', {})).toBe(true);
    bench.sockets.last.end(lost);
    expect(other.send('requestLog', {})).toBe(false);
    expect(framesOf('channel')).toHaveLength(1);
  });
});

test('whoever is told may end the stream: nothing is asked for after that', async () => {
  const stops = { ...channelListener(), onConnected: () => bench.stream.stop() };
  bench.stream.stop();
  bench.stream.connect('main', {}, stops);
  bench.stream.connect('homeTimeline', {}, channelListener());
  bench.stream.start();
  await bench.clock.advance(2_000);
  bench.sockets.last.open();
  confirm(bench.sockets.last, 'main');
  expect(connectsOf(bench.sockets.last).map(({ channel }) => channel)).toEqual(['main']);
  expect(bench.clock.pending).toBe(0);
});
