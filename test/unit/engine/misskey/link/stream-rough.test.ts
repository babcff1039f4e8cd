import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelListener } from '../../../../../src-main/engine/misskey/link/subscriptions.ts';
import { channelId, goOnline, receiveEvent } from '../../../../support/fake-misskey.ts';
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
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.sockets.last.receive(text);
    expect(bench.stream.brokenFrames).toBe(1);
    receiveEvent(bench.sockets.last, 'main', 'notification', 1);
    expect(bench.main).toEqual(['connected', 'notification 1']);
    expect(bench.stream.state?.name).toBe('online');
  });

  test('frames of types that are unknown are no broken frames', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.sockets.last.receive({ type: 'emojiAdded', body: { emoji: {} } });
    bench.sockets.last.receive({ type: 'invented', body: [1] });
    bench.sockets.last.receive({ type: 'invented' });
    expect(bench.stream.brokenFrames).toBe(0);
    expect(bench.main).toEqual(['connected']);
  });

  test('a body nested 10,000 deep passes through unread', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    const id = channelId(bench.sockets.last, 'main');
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    let heard: unknown = null;
    const home: ChannelListener = {
      onEvent: (_type, body) => {
        heard = body;
      },
    };
    bench.stream.connect('homeTimeline', {}, home);
    const homeId = channelId(bench.sockets.last, 'homeTimeline');
    bench.sockets.last.receive(
      `{"type":"channel","body":{"id":"${homeId}","type":"note","body":${deep}}}`,
    );
    bench.sockets.last.receive(
      `{"type":"channel","body":{"id":"unknown","type":"x","body":${deep}}}`,
    );
    bench.sockets.last.receive(`{"type":"channel","body":{"id":"${id}","type":"after","body":1}}`);
    expect(Array.isArray(heard)).toBe(true);
    expect(bench.main).toEqual(['connected', 'after 1']);
  });

  test('a flood of them writes few lines', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    for (let n = 0; n < 2_500; n += 1) bench.sockets.last.receive('rubbish');
    expect(bench.stream.brokenFrames).toBe(2_500);
    expect(bench.log.lines.map(({ fields }) => fields['count'])).toEqual([1, 1_000, 2_000]);
  });

  test('the log does not hold what was in them', () => {
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.sockets.last.receive('{"type":"channel","body":"a secret of somebody"');
    expect(JSON.stringify(bench.log.lines)).not.toContain('secret');
  });
});

describe('the end', () => {
  test('stop leaves no timer and no socket, even with channels unconfirmed', async () => {
    bench.stream.connect('homeTimeline', {}, channelListener());
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.stream.connect('localTimeline', {}, channelListener());
    bench.stream.stop();
    expect(bench.clock.pending).toBe(0);
    expect(bench.sockets.alive).toBe(0);
    expect(bench.stream.state).toBeNull();
    receiveEvent(bench.sockets.last, 'main', 'notification', 'late');
    await bench.clock.advance(60_000);
    expect(bench.main).toEqual(['connected']);
  });

  test.each(['online', 'connected'] as const)(
    'even when it is stopped in the moment of %s',
    (moment) => {
      const home = channelListener();
      bench.stream.connect('homeTimeline', {}, home);
      if (moment === 'connected') bench.played.alsoOnConnected = () => bench.stream.stop();
      else {
        bench.played.alsoOnState = ({ name }) => {
          if (name === 'online') bench.stream.stop();
        };
      }
      bench.stream.start();
      goOnline(bench.sockets.last);
      expect(bench.clock.pending).toBe(0);
      expect(bench.sockets.alive).toBe(0);
      expect(bench.channelsOf(0)).toEqual(['main']);
    },
  );

  test('a lost socket takes its unconfirmed channels with it: none is called refused', async () => {
    const home = channelListener();
    bench.stream.connect('homeTimeline', {}, home);
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.sockets.last.end(lost);
    await bench.clock.advance(10_000);
    expect(home.heard).toEqual([]);
  });

  test('it can be started again and connects what is still wanted', async () => {
    bench.stream.connect('homeTimeline', {}, channelListener());
    bench.stream.start();
    goOnline(bench.sockets.last);
    bench.stream.stop();
    await bench.clock.advance(2_000);
    bench.stream.start();
    goOnline(bench.sockets.last);
    expect(bench.channelsOf(1)).toEqual(['main', 'homeTimeline']);
  });
});
