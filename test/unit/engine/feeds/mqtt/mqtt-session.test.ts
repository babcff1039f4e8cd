import { describe, expect, test } from 'vitest';
import { createDeliveryMemory } from '../../../../../src-main/engine/feeds/mqtt/delivery-memory.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';
import { watchHandles } from '../../../../support/handles.ts';
import { codes, mqttBench, publish } from '../../../../support/mqtt-bench.ts';

const malformed = { kind: 'retry', reason: 'malformed' };
/** A message of QoS 1 or 2. */
const sure = (text: string, qos: 1 | 2, messageId: number, dup = false) =>
  publish(text, { qos, messageId, dup });

describe('connecting', () => {
  test('3.1.1: a clean session, no will, and credentials as they are', async () => {
    const { sent } = await mqttBench({ secrets: { username: 'mika', password: 'pässword' } });
    expect(sent).toEqual([
      expect.objectContaining({
        cmd: 'connect',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clientId: 'suzu-test',
        clean: true,
        keepalive: 60,
        username: 'mika',
        password: Buffer.from('pässword'),
      }),
    ]);
    expect(sent[0]).not.toHaveProperty('will');
  });

  test('nobody is nobody: neither a name nor a password', async () => {
    const { sent } = await mqttBench();
    expect(sent[0]).not.toHaveProperty('username');
    expect(sent[0]).not.toHaveProperty('password');
  });

  test('a password alone comes with an empty name', async () => {
    const { sent } = await mqttBench({ secrets: { username: null, password: 'token' } });
    expect(sent[0]).toMatchObject({ username: '', password: Buffer.from('token') });
  });

  test('5: bounds what the broker sends, and asks it to keep a session for a week', async () => {
    const { sent } = await mqttBench({ connection: { version: 5, persistent: true } });
    expect(sent[0]).toMatchObject({
      protocolVersion: 5,
      clean: false,
      properties: {
        sessionExpiryInterval: 604_800,
        receiveMaximum: 100,
        maximumPacketSize: 1_000_000,
      },
    });
  });

  test('5: a clean session ends with the connection', async () => {
    const { sent } = await mqttBench({ connection: { version: 5 } });
    expect(sent[0]).toMatchObject({ clean: true });
    expect(sent[0]).not.toHaveProperty('properties.sessionExpiryInterval');
  });

  test.each([
    [4, 5, { kind: 'refuse', reason: 'feed-credentials' }],
    [5, 0x84, { kind: 'refuse', reason: 'feed-protocol' }],
  ] as const)('%s: what the broker refuses with %s is told', async (version, code, verdict) => {
    const bench = await mqttBench({ connection: { version } });
    await bench.feed({ cmd: 'connack', sessionPresent: false, ...codes(version, code) });
    expect(bench.ends).toEqual([verdict]);
  });

  test('a broker that only knows 3.1.1 says so in its own way', async () => {
    const bench = await mqttBench({ connection: { version: 5 } });
    await bench.feedBytes(0x20, 2, 0, 1);
    expect(bench.ends).toEqual([{ kind: 'refuse', reason: 'feed-protocol' }]);
  });
});

describe('subscribing', () => {
  const topics = [
    { filter: 'a', qos: 0 },
    { filter: 'b/+', qos: 2 },
    { filter: 'c/#', qos: 0 },
    { filter: 'c/d', qos: 0 },
    { filter: 'resubscribe', qos: 2 },
  ] as const;

  test('every topic is asked for with its QoS, and none twice', async () => {
    const bench = await mqttBench({ connection: { topics: [...topics] } });
    await bench.letIn();
    expect(
      bench
        .questions()
        .flatMap(({ subscriptions }) => subscriptions)
        .map(({ topic, qos }) => [topic, qos]),
    ).toEqual([
      ['a', 0],
      ['c/#', 0],
      ['b/+', 2],
      ['resubscribe', 2],
    ]);
  });

  test('it is ready once all are granted, with whatever QoS', async () => {
    const bench = await mqttBench({ connection: { topics: [...topics] } });
    await bench.letIn();
    await bench.grant(0, 0, 0);
    expect(bench.told).not.toContain('ready');
    await bench.grant(1, 0, 1);
    expect(bench.told.filter((one) => one === 'ready')).toHaveLength(1);
    expect(bench.ends).toEqual([]);
  });

  test.each([
    [false, 2],
    [true, 0],
  ])('5: what is kept (wanted: %s) is asked for by the option for it', async (retained, rh) => {
    const bench = await mqttBench({ connection: { version: 5, retained } });
    await bench.letIn();
    expect(bench.questions()).toMatchObject([
      { subscriptions: [{ topic: 'home/#', qos: 1, nl: false, rap: false, rh }] },
    ]);
  });

  test.each([
    [4, [1, 0x80]],
    [5, [0x87, 1]],
  ] as const)('%s: one topic that is refused is all that counts', async (version, granted) => {
    const twoTopics = [
      { filter: 'a', qos: 1 },
      { filter: 'b', qos: 1 },
    ] as const;
    const bench = await mqttBench({ connection: { version, topics: [...twoTopics] } });
    await bench.letIn();
    await bench.grant(0, ...granted);
    expect(bench.told).not.toContain('ready');
    expect(bench.ends).toEqual([{ kind: 'refuse', reason: 'feed-forbidden' }]);
  });

  test.each([[[0]], [[0, 0, 0]]])(
    'an answer that is for other topics (%j) is none',
    async (granted) => {
      const bench = await mqttBench({ connection: { topics: [...topics] } });
      await bench.letIn();
      await bench.grant(0, ...granted);
      expect(bench.ends).toEqual([malformed]);
    },
  );
});

describe('messages', () => {
  test.each([4, 5] as const)('%s: become events', async (version) => {
    const bench = await mqttBench({ connection: { version } });
    await bench.goOnline();
    await bench.feed(publish('{"open":true}'), publish('kept', { retain: true }));
    expect(bench.events).toEqual([
      { name: 'home/door', id: null, text: '{"open":true}', data: { open: true }, retained: false },
      { name: 'home/door', id: null, text: 'kept', data: undefined, retained: true },
    ]);
  });

  test('what is no text is told by type and size', async () => {
    const bench = await mqttBench();
    await bench.goOnline();
    await bench.feed(publish('', { payload: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]) }));
    expect(bench.texts()).toEqual(['image/jpeg, 6 B']);
  });

  test('QoS 1 is acknowledged once it was handled', async () => {
    const bench = await mqttBench();
    await bench.goOnline();
    await bench.feed(sure('one', 1, 7));
    expect(bench.told.slice(-2)).toEqual(['event one', 'puback']);
    expect(bench.sent.at(-1)).toMatchObject({ cmd: 'puback', messageId: 7 });
  });

  test('QoS 2 is handled before the broker hears that it arrived, and not again when it lets go', async () => {
    const bench = await mqttBench();
    await bench.goOnline();
    await bench.feed(sure('one', 2, 7));
    await bench.feed({ cmd: 'pubrel', messageId: 7 });
    expect(bench.told.slice(-3)).toEqual(['event one', 'pubrec', 'pubcomp']);
    expect(bench.texts()).toEqual(['one']);
  });

  test('the broker is answered for a message whose first half an earlier run saw', async () => {
    const bench = await mqttBench({ connection: { persistent: true } });
    await bench.goOnline(true);
    await bench.feed({ cmd: 'pubrel', messageId: 3 });
    expect(bench.sent.at(-1)).toMatchObject({ cmd: 'pubcomp', messageId: 3 });
    expect(bench.events).toEqual([]);
  });

  test('of a session that the broker kept, topics that nobody wants any more ring for nobody', async () => {
    const bench = await mqttBench({ connection: { persistent: true } });
    await bench.letIn(true);
    await bench.feed(publish('old', { topic: 'garden/gate', qos: 1, messageId: 2 }));
    expect(bench.events).toEqual([]);
    expect(bench.sent).toContainEqual(expect.objectContaining({ cmd: 'puback', messageId: 2 }));
  });

  test('what was kept for Suzu comes before the topics are confirmed', async () => {
    const bench = await mqttBench({ connection: { persistent: true } });
    await bench.letIn(true);
    await bench.feed(sure('missed', 1, 1));
    expect(bench.texts()).toEqual(['missed']);
  });

  test('an error of whoever is told is theirs, and the broker hears nothing', async () => {
    const bench = await mqttBench({
      onEvent: () => {
        throw new Error('disk full');
      },
    });
    await bench.goOnline();
    await expect(bench.feed(sure('one', 1, 7))).rejects.toThrow('disk full');
    await bench.turns();
    expect(bench.ends).toEqual([{ kind: 'retry', reason: 'closed' }]);
    expect(bench.sent.map(({ cmd }) => cmd)).not.toContain('puback');
  });
});

describe('what comes twice', () => {
  test.each([1, 2] as const)('QoS %s: rings once, over connections', async (qos) => {
    const memory = createDeliveryMemory([]);
    const connection = { persistent: true };
    const first = await mqttBench({ memory, connection });
    await first.goOnline();
    await first.feed(sure('one', qos, 7));
    first.session.stop();
    const second = await mqttBench({ memory, connection });
    await second.goOnline(true);
    await second.feed(sure('one', qos, 7, true), sure('two', qos, 8, true));
    expect(second.texts()).toEqual(['two']);
    const answer = qos === 1 ? 'puback' : 'pubrec';
    expect(second.sent.filter(({ cmd }) => cmd === answer)).toHaveLength(2);
  });

  test('two equal messages both ring', async () => {
    const bench = await mqttBench();
    await bench.goOnline();
    await bench.feed(sure('on', 1, 7), sure('on', 1, 7), sure('on', 1, 8));
    expect(bench.texts()).toEqual(['on', 'on', 'on']);
  });

  test('a broker that has forgotten everything sends nothing twice', async () => {
    const memory = createDeliveryMemory([]);
    const first = await mqttBench({ memory });
    await first.goOnline();
    await first.feed(sure('one', 1, 7));
    const second = await mqttBench({ memory });
    await second.goOnline(false);
    await second.feed(sure('one', 1, 7, true));
    expect(second.texts()).toEqual(['one']);
  });

  test('an answered ping confirms what was acknowledged before it', async () => {
    const bench = await mqttBench();
    await bench.goOnline();
    await bench.feed(sure('before', 1, 7));
    bench.session.ping();
    await bench.feed(sure('after', 1, 8), { cmd: 'pingresp' });
    // The broker took 7 for another message, which was lost on its way.
    await bench.feed(sure('before', 1, 7, true), sure('after', 1, 8, true));
    expect(bench.texts()).toEqual(['before', 'after', 'before']);
  });
});

describe('the broker', () => {
  test('5: says why it ends a connection', async () => {
    const bench = await mqttBench({ connection: { version: 5 } });
    await bench.goOnline();
    await bench.feed({ cmd: 'disconnect', reasonCode: 0x8e });
    expect(bench.ends).toEqual([{ kind: 'refuse', reason: 'feed-taken' }]);
  });

  test('5: is asked as often as it wants to be', async () => {
    const bench = await mqttBench({ connection: { version: 5 } });
    await bench.feed({
      cmd: 'connack',
      sessionPresent: false,
      reasonCode: 0,
      properties: { serverKeepAlive: 10 },
    });
    await bench.clock.advance(10_000);
    await bench.turns();
    expect(bench.sent.map(({ cmd }) => cmd)).toEqual(['connect', 'subscribe', 'pingreq']);
    await bench.clock.advance(5_000);
    expect(bench.ends).toEqual([{ kind: 'retry', reason: 'no-pong' }]);
  });

  test('is asked for a sign of life only once it let us in', async () => {
    const bench = await mqttBench();
    bench.session.ping();
    await bench.goOnline();
    expect(bench.sent.map(({ cmd }) => cmd)).toEqual(['connect', 'subscribe']);
    bench.session.ping();
    await bench.turns();
    expect(bench.sent.map(({ cmd }) => cmd)).toEqual(['connect', 'subscribe', 'pingreq']);
  });

  const connack4 = [0x20, 2, 0, 0];
  const connack5 = [0x20, 3, 0, 0, 0];
  test.each<[string, 4 | 5, readonly (readonly number[])[]]>([
    ['a message before it let us in', 4, [[0x30, 3, 0, 1, 0x61]]],
    ['an answer to the connect that says nothing', 4, [[0x20, 0]]],
    ['an answer to the connect without a code', 4, [[0x20, 1, 0]]],
    ['an answer to the connect with flags that there are not', 4, [[0x20, 2, 0x80, 0]]],
    ['a second answer to the connect', 4, [connack4, connack4]],
    ['a topic longer than its message', 4, [connack4, [0x30, 3, 0, 9, 0x61]]],
    [
      'a topic of 65,535 bytes in a message of six',
      4,
      [connack4, [0x30, 4, 0xff, 0xff, 0x61, 0x61]],
    ],
    ['a message without anything', 4, [connack4, [0x30, 0]]],
    ['a message without a topic', 4, [connack4, [0x30, 3, 0, 0, 0x61]]],
    ['a wildcard in a topic', 4, [connack4, [0x30, 4, 0, 2, 0x61, 0x23]]],
    ['a NUL in a topic', 4, [connack4, [0x30, 4, 0, 2, 0x61, 0]]],
    ['QoS 3', 4, [connack4, [0x36, 5, 0, 1, 0x61, 0, 1]]],
    ['QoS 1 without an id', 4, [connack4, [0x32, 3, 0, 1, 0x61]]],
    ['QoS 1 with half an id', 4, [connack4, [0x32, 4, 0, 1, 0x61, 1]]],
    ['QoS 2 with the id 0', 4, [connack4, [0x34, 5, 0, 1, 0x61, 0, 0]]],
    ['a confirmation with a code that there is not', 4, [connack4, [0x90, 3, 0, 1, 7]]],
    ['a release cut short', 4, [connack4, [0x62, 1, 0]]],
    ['a release with flags that there are not', 4, [connack4, [0x60, 2, 0, 1]]],
    ['a goodbye with a code that there is not', 5, [connack5, [0xe0, 1, 0x7f]]],
    ['an unknown property', 5, [connack5, [0x30, 6, 0, 1, 0x61, 2, 0x7f, 0]]],
    [
      'properties that are longer than their message',
      5,
      [connack5, [0x30, 5, 0, 1, 0x61, 0x7f, 1]],
    ],
    ['a topic alias that nobody allowed', 5, [connack5, [0x30, 7, 0, 1, 0x61, 3, 0x23, 0, 1]]],
    ['a topic alias in place of a topic', 5, [connack5, [0x30, 6, 0, 0, 3, 0x23, 0, 1]]],
  ])('ends it with %s', async (_what, version, packets) => {
    const bench = await mqttBench({ connection: { version, topics: [{ filter: '#', qos: 2 }] } });
    for (const packet of packets) await bench.feedBytes(...packet);
    expect(bench.ends).toEqual([malformed]);
    expect(bench.events).toEqual([]);
  });
});

test('nothing is left of a session that was stopped, and nothing is told', async () => {
  const clock = fakeClock();
  const handles = watchHandles();
  const connecting = await mqttBench({ clock });
  const online = await mqttBench({ clock });
  await online.goOnline();
  expect(handles.open).not.toEqual([]);
  expect(clock.pending).toBe(1);
  for (const { session } of [connecting, online]) session.stop();
  await online.feed(publish('late'), { cmd: 'disconnect' });
  await connecting.feed({ cmd: 'connack', sessionPresent: false, returnCode: 5 });
  await handles.closed();
  expect(clock.pending).toBe(0);
  expect([...online.events, ...online.ends, ...connecting.ends]).toEqual([]);
});
