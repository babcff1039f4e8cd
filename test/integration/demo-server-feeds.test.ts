import { once } from 'node:events';
import mqtt, { type IClientOptions, type IConnackPacket, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { demoFeedPaths } from '../../src-main/demo/feeds/paths.ts';
import { type Demo, startDemo } from '../support/demo.ts';

let demo: Demo;
let open: { close(): void }[];

beforeEach(async () => {
  demo = await startDemo();
  open = [];
});

afterEach(async () => {
  for (const one of open) one.close();
  await demo.server.kill();
});

const build = (number: number) => ({
  repository: 'tide-table',
  number,
  status: 'passed' as const,
  branch: 'main',
  commit: { message: 'Use the real moon', author: 'lukas' },
  seconds: 40,
  url: `${demo.origin}/builds/${number}`,
  avatar: `${demo.origin}/files/avatar-lukas`,
});
const doorbell = (text: string) => ({ sensor: 'doorbell' as const, place: '店先', text });
const basil = (moisture: number) => ({
  topic: 'home/plants/basil',
  name: 'バジル',
  moisture,
  temperature: 21.5,
});

/** Listens to the builds; `until` resolves with all that came once it holds this. */
async function listenToBuilds(lastEventId?: string) {
  const abort = new AbortController();
  open.push({ close: () => abort.abort() });
  const response = await fetch(`${demo.origin}${demoFeedPaths.builds}`, {
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    signal: abort.signal,
  });
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    async until(part: string): Promise<string> {
      while (!text.includes(part)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended after: ${text}`);
        text += value;
      }
      return text;
    },
    ended: () => reader.closed,
  };
}

/** Listens to the house. */
async function listenToHouse(since?: string) {
  const query = since === undefined ? '' : `?since=${since}`;
  const socket = new WebSocket(
    `${demo.origin.replace('http', 'ws')}${demoFeedPaths.house}${query}`,
  );
  open.push({ close: () => socket.terminate() });
  const waiting: ((text: string) => void)[] = [];
  const texts: string[] = [];
  socket.on('message', (data) => {
    const text = String(data);
    const next = waiting.shift();
    if (next === undefined) texts.push(text);
    else next(text);
  });
  await once(socket, 'open');
  return {
    socket,
    next: async (): Promise<unknown> =>
      JSON.parse(texts.shift() ?? (await new Promise<string>((resolve) => waiting.push(resolve)))),
  };
}

interface Heard {
  readonly topic: string;
  readonly moisture: unknown;
  readonly retain: boolean;
  readonly qos: number;
}

/** Connects to the broker as another program would. */
async function connect(options: Omit<IClientOptions, 'reconnectPeriod'> = {}) {
  const client = mqtt.connect(`${demo.origin.replace('http', 'ws')}${demoFeedPaths.plants}`, {
    ...options,
    reconnectPeriod: 0,
  });
  open.push({ close: () => client.end(true) });
  const heard: Heard[] = [];
  const waiting: (() => void)[] = [];
  client.on('message', (topic, payload, { retain, qos }) => {
    const values: unknown = JSON.parse(payload.toString());
    const moisture = Object(values)['moisture'];
    heard.push({ topic, moisture, retain, qos });
    for (const look of waiting.splice(0)) look();
  });
  const { sessionPresent } = await new Promise<IConnackPacket>((resolve) =>
    client.once('connect', resolve),
  );
  return {
    client,
    sessionPresent: sessionPresent === true,
    async count(wanted: number): Promise<readonly Heard[]> {
      while (heard.length < wanted) await new Promise<void>((resolve) => waiting.push(resolve));
      return heard;
    },
  };
}

const closed = (client: MqttClient) =>
  new Promise<void>((resolve) => client.once('close', resolve));
/** A round trip: whatever the broker sent before has come. */
const roundTrip = (client: MqttClient) => client.unsubscribeAsync('nothing/at/all');

describe('the builds', () => {
  test('are server-sent events with a name and an id', async () => {
    const { response, until } = await listenToBuilds();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await until('retry: 2000');
    expect(demo.server.feeds.build(build(1))).toBe('1');
    const text = await until('"number":1');
    expect(text).toContain(`event: build\nid: 1\ndata: ${JSON.stringify(build(1))}\n\n`);
  });

  test('go on after the last one that a client knows, also after a restart of the server', async () => {
    for (const number of [1, 2, 3]) demo.server.feeds.build(build(number));
    const { until, ended } = await listenToBuilds('2');
    const text = await until('id: 3');
    expect(text).not.toContain('id: 2');
    const cut = expect(ended()).rejects.toThrow();
    await demo.server.stop();
    await cut;
    demo.server.feeds.build(build(4));
    await demo.server.start();
    const again = await listenToBuilds('3');
    expect(await again.until('id: 4')).not.toContain('id: 3');
  });

  test('say now and then that they are still there', async () => {
    const { until } = await listenToBuilds();
    await until('retry');
    demo.clock.advance(15_000);
    expect(await until(': still here')).not.toContain('data');
  });
});

describe('the house', () => {
  test('tells over a WebSocket, each with an id', async () => {
    const { next } = await listenToHouse();
    demo.server.feeds.house(doorbell('鳴りました'));
    expect(await next()).toEqual({ id: '1', ...doorbell('鳴りました') });
  });

  test('goes on after the last one that a client knows', async () => {
    for (const text of ['one', 'two']) demo.server.feeds.house(doorbell(text));
    const { next } = await listenToHouse('1');
    demo.server.feeds.house(doorbell('three'));
    expect(await next()).toMatchObject({ id: '2', text: 'two' });
    expect(await next()).toMatchObject({ id: '3', text: 'three' });
  });

  test('is cut off when the server is killed', async () => {
    const { socket } = await listenToHouse();
    const closed = once(socket, 'close');
    await demo.server.kill();
    expect((await closed)[0]).toBe(1006);
  });
});

describe.each([4, 5] as const)('the plants, over MQTT of version %i', (protocolVersion) => {
  /** A client whose session stays when it is away. */
  const lasting: IClientOptions = {
    protocolVersion,
    clientId: 'suzu-test',
    clean: false,
    ...(protocolVersion === 5 ? { properties: { sessionExpiryInterval: 3_600 } } : {}),
  };

  test('tell what was asked for', async () => {
    const { client, count } = await connect({ protocolVersion });
    await client.subscribeAsync('home/+/basil', { qos: 0 });
    demo.server.feeds.plant({ ...basil(70), topic: 'home/plants/pothos' });
    demo.server.feeds.plant(basil(20));
    await roundTrip(client);
    expect(await count(1)).toEqual([
      { topic: 'home/plants/basil', moisture: 20, retain: false, qos: 0 },
    ]);
  });

  test('tell the last reading as retained', async () => {
    demo.server.feeds.plant(basil(30));
    demo.server.feeds.plant(basil(20));
    const { client, count } = await connect({ protocolVersion });
    await client.subscribeAsync('home/#', { qos: 1 });
    await roundTrip(client);
    expect(await count(1)).toEqual([
      { topic: 'home/plants/basil', moisture: 20, retain: true, qos: 0 },
    ]);
  });

  test('wait for who comes back to its session, also after a restart of the server', async () => {
    const first = await connect(lasting);
    expect(first.sessionPresent).toBe(false);
    await first.client.subscribeAsync('home/#', { qos: 1 });
    demo.server.feeds.plant(basil(50));
    await first.count(1);
    await roundTrip(first.client);
    const gone = closed(first.client);
    await demo.server.stop();
    await gone;
    demo.server.feeds.plant(basil(40));
    await demo.server.start();
    const second = await connect(lasting);
    expect(second.sessionPresent).toBe(true);
    demo.server.feeds.plant(basil(30));
    await roundTrip(second.client);
    expect((await second.count(2)).map(({ moisture, qos }) => [moisture, qos])).toEqual([
      [40, 1],
      [30, 1],
    ]);
  });

  test('do not wait for who asks for a new session, before or after', async () => {
    const brief = { ...lasting, clean: true, properties: {} };
    for (const [before, after] of [
      [brief, lasting],
      [lasting, brief],
    ] as const) {
      const first = await connect(before);
      await first.client.subscribeAsync('home/#', { qos: 1 });
      await first.client.endAsync();
      demo.server.feeds.plant(basil(40));
      const second = await connect(after);
      expect(second.sessionPresent).toBe(false);
      await roundTrip(second.client);
      expect(await second.count(0)).toEqual([]);
      await second.client.endAsync();
      await demo.server.stop();
      await demo.server.start();
    }
  });

  test('are told to one client of a name alone', async () => {
    const first = await connect(lasting);
    await first.client.subscribeAsync('home/#', { qos: 1 });
    const gone = closed(first.client);
    const second = await connect(lasting);
    await gone;
    demo.server.feeds.plant(basil(40));
    await roundTrip(second.client);
    expect((await second.count(1)).map(({ moisture }) => moisture)).toEqual([40]);
    expect(await first.count(0)).toEqual([]);
  });

  test('are no place for others to publish', async () => {
    const { client } = await connect({ protocolVersion });
    const other = await connect({ protocolVersion });
    await other.client.subscribeAsync('#', { qos: 0 });
    const gone = closed(client);
    client.publish('home/plants/basil', '{}', { qos: 0 });
    await gone;
    await roundTrip(other.client);
    expect(await other.count(0)).toEqual([]);
  });
});

test('what is no MQTT costs its sender the connection, and nobody else', async () => {
  const { client, count } = await connect();
  await client.subscribeAsync('home/#', { qos: 0 });
  const url = `${demo.origin.replace('http', 'ws')}${demoFeedPaths.plants}`;
  // No packet at all, and one of a megabyte that never ends.
  for (const bytes of [Buffer.alloc(5, 0xff), Buffer.from([0x10, 0x80, 0x80, 0x40])]) {
    const stranger = new WebSocket(url, 'mqtt');
    await once(stranger, 'open');
    stranger.send(bytes);
    for (let kilobytes = 0; kilobytes < 128; kilobytes += 32) stranger.send(Buffer.alloc(32_768));
    await once(stranger, 'close');
  }
  demo.server.feeds.plant(basil(20));
  expect(await count(1)).toHaveLength(1);
  const speechless = new WebSocket(url);
  const [error] = await once(speechless, 'error');
  expect(String(error)).toContain('400');
});

test('while the demo plays, each feed tells something every 20 to 60 seconds', async () => {
  const builds = await listenToBuilds();
  const house = await listenToHouse();
  const plants = await connect();
  await plants.client.subscribeAsync('home/plants/+', { qos: 0 });
  demo.server.play();
  demo.clock.advance(19_999);
  demo.server.feeds.house(doorbell('first'));
  expect(await house.next()).toMatchObject({ text: 'first' });
  demo.clock.advance(40_001);
  expect(await house.next()).toMatchObject({ sensor: 'motion' });
  expect(await builds.until('"status":"running"')).toContain('id: 1\n');
  expect((await plants.count(1))[0]).toMatchObject({ topic: 'home/plants/basil' });
  demo.server.pause();
});

test('other addresses are none of the feeds’', async () => {
  const { headers } = await fetch(`${demo.origin}${demoFeedPaths.builds}/1`);
  expect(headers.get('content-type')).toContain('text/html');
});
