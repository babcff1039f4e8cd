/** The recordings of channels: which are confirmed, which are refused by silence, and what each brings. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { ChannelName } from '../../../../../src-main/engine/misskey/link/channels.ts';
import { connectionTimes } from '../../../../../src-main/engine/streaming/connection.ts';
import { type CapturedFrame, capturedFrames, readCapture } from '../../../../support/captures.ts';
import { channelId, confirm, connectsOf, goOnline } from '../../../../support/fake-misskey.ts';
import { sourceBench } from '../../../../support/source-bench.ts';
import { channelListener, streamBench } from '../../../../support/stream-bench.ts';

const connectSchema = v.object({
  type: v.literal('connect'),
  body: v.object({
    channel: v.string(),
    id: v.string(),
    params: v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {}),
    pong: v.literal(true),
  }),
});
const connectedSchema = v.object({
  type: v.literal('connected'),
  body: v.object({ id: v.string() }),
});
const eventSchema = v.object({
  type: v.literal('channel'),
  body: v.object({ id: v.string(), type: v.string(), body: v.unknown() }),
});

function matching<Schema extends v.GenericSchema>(
  frames: readonly CapturedFrame[],
  dir: CapturedFrame['dir'],
  schema: Schema,
): v.InferOutput<Schema>[] {
  return frames.flatMap((frame) => {
    const parsed = v.safeParse(schema, frame.data);
    return frame.dir === dir && parsed.success ? [parsed.output] : [];
  });
}

const confirmedIn = (frames: readonly CapturedFrame[]) =>
  new Set(matching(frames, 'in', connectedSchema).map(({ body }) => body.id));

/** Names that misskey-js does not know are asked for all the same. */
const isChannel = (name: string): name is ChannelName => name !== '';

describe('03-channel-connect-cases', () => {
  const frames = capturedFrames('03-channel-connect-cases');
  const confirmed = confirmedIn(frames);
  const cases = matching(frames, 'out', connectSchema)
    .map(({ body }) => body)
    .filter(({ channel }) => channel !== 'main');

  test.each(cases)('$channel $params: $id', async ({ channel, params, id }) => {
    const { stream, sockets, clock } = streamBench();
    stream.start();
    goOnline(sockets.last);
    const listener = channelListener();
    if (isChannel(channel)) stream.connect(channel, params, listener);
    if (confirmed.has(id)) confirm(sockets.last, channel);
    await clock.advance(connectionTimes.subscription);
    expect(listener.heard).toEqual([confirmed.has(id) ? 'connected' : 'refused']);
    expect(stream.state?.name).toBe('online');
  });

  test('has confirmed and refused ones, and main once', () => {
    expect(cases.filter(({ id }) => confirmed.has(id)).map(({ channel }) => channel)).toEqual([
      'hashtag',
      'drive',
      'serverStats',
    ]);
    expect(cases.length).toBeGreaterThan(6);
  });

  test('its test notification rings once', async () => {
    const { online, main, told } = sourceBench();
    await online();
    for (const { body } of matching(frames, 'in', eventSchema)) await main(body.type, body.body);
    expect(told.toasts.map(({ title }) => title)).toEqual(['Test notification']);
  });
});

test('05-channel-limit: as many as the server confirms one by one, main among them, and no more', () => {
  const { confirmedCountOneByOne } = v.parse(
    v.object({ confirmedCountOneByOne: v.number() }),
    readCapture('05-channel-limit'),
  );
  const { stream, sockets } = streamBench();
  stream.start();
  goOnline(sockets.last);
  const listeners = Array.from({ length: 34 }, () => {
    const listener = channelListener();
    stream.connect('localTimeline', {}, listener);
    return listener;
  });
  expect(connectsOf(sockets.last)).toHaveLength(confirmedCountOneByOne);
  expect(listeners.filter(({ heard }) => heard.includes('full'))).toHaveLength(
    34 - (confirmedCountOneByOne - 1),
  );
});

test.each(['06-garbage-and-heartbeats', '06b-json-null'])(
  '%s: a server that ignores what it does not know, and confirms main',
  (name) => {
    const { stream, sockets, states } = streamBench();
    stream.start();
    sockets.last.open();
    for (const { dir, kind, data } of capturedFrames(name)) {
      if (dir === 'in' && kind === 'pong') sockets.last.alive();
      const connected = v.safeParse(connectedSchema, data);
      if (dir !== 'in' || !connected.success) continue;
      sockets.last.receive({
        type: 'connected',
        body: { id: channelId(sockets.last, 'main') },
      });
    }
    expect(states).toEqual(['connecting', 'subscribing', 'online']);
    expect(stream.brokenFrames).toBe(0);
    // None of what the recording client tried is ever sent: text heartbeats, `api`, binary frames.
    expect(sockets.last.sent.map((text) => JSON.parse(text).type)).toEqual(['connect']);
  },
);

test('08-two-connections: the same events over two streams are told once', async () => {
  const { framesA, framesB } = v.parse(
    v.object({
      framesA: v.array(v.looseObject({ data: v.optional(v.unknown()) })),
      framesB: v.array(v.looseObject({ data: v.optional(v.unknown()) })),
    }),
    readCapture('08-two-connections'),
  );
  const {
    online,
    main,
    watch,
    confirm: confirmChannel,
    sockets,
    told,
    history,
    feed,
  } = sourceBench();
  await online();
  watch('home');
  await confirmChannel('homeTimeline');
  for (const { data } of [...framesA, ...framesB]) {
    const event = v.safeParse(eventSchema, data);
    if (!event.success) continue;
    const { id, type, body } = event.output.body;
    if (id === 'main1') await main(type, body);
    if (id === 'home1') {
      const home = channelId(sockets.last, 'homeTimeline');
      sockets.last.receive({ type: 'channel', body: { id: home, type, body } });
    }
  }
  expect(told.toasts.map(({ title }) => title)).toEqual(['Bob :blobtest: Builder mentioned you']);
  expect(history.newest(10)).toHaveLength(1);
  expect(feed().timeline.notes.map(({ id }) => id)).toEqual(['att13jyzrj0c001m']);
});
