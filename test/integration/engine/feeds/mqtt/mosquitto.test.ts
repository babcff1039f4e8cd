import { afterEach, describe, expect, test } from 'vitest';
import type { MqttConnection } from '../../../../../src-main/engine/feeds/mqtt/mqtt-connection.ts';
import { createMqttLink } from '../../../../../src-main/engine/feeds/mqtt/mqtt-link.ts';
import { type LinkBench, linkBench, type PlayedAccess } from '../../../../support/link-bench.ts';
import { type Mosquitto, startMosquitto } from '../../../../support/mosquitto.ts';
import { mqttConnection } from '../../../../support/mqtt-bench.ts';
import { hasProgram } from '../../../../support/real-program.ts';

let broker: Mosquitto;
let benches: LinkBench[] = [];

afterEach(async () => {
  for (const bench of benches) bench.stop();
  benches = [];
  await broker.remove();
});

function listen(connection: Partial<MqttConnection> = {}, played: PlayedAccess = {}) {
  const bench = linkBench(
    (access) => createMqttLink({ ...mqttConnection, url: broker.url, ...connection }, access),
    played,
  );
  benches.push(bench);
  return { bench, attempt: bench.open() };
}

const everything = [{ filter: '#', qos: 2 }] as const;
const texts = ({ events }: { readonly events: readonly { readonly text: string }[] }) =>
  events.map(({ text }) => text);

describe.skipIf(!hasProgram('mosquitto')).each([4, 5] as const)(
  'MQTT %i, with Mosquitto',
  (version) => {
    test('each message of the topics comes once, whatever its QoS and however filters overlap', async () => {
      broker = await startMosquitto();
      const { attempt } = listen({
        version,
        topics: [
          { filter: 'home/#', qos: 0 },
          { filter: 'home/+/state', qos: 2 },
          { filter: 'home/door/state', qos: 1 },
          { filter: 'garden/+', qos: 2 },
        ],
      });
      await attempt.opened;
      await broker.publish('garden/gate/state', 'not wanted');
      for (const qos of [0, 1, 2] as const) {
        await broker.publish('home/door/state', `door ${qos}`, { qos, version });
        await broker.publish('garden/gate', `gate ${qos}`, { qos, version });
      }
      await broker.publish('home', 'end', { qos: 2, version });
      await attempt.received(7);
      expect(texts(attempt)).toEqual([
        'door 0',
        'gate 0',
        'door 1',
        'gate 1',
        'door 2',
        'gate 2',
        'end',
      ]);
    });

    test('it wants a name and a password, and the right ones', async () => {
      broker = await startMosquitto({ users: { mika: 'right' } });
      const wrong = { username: 'mika', password: 'wrong' };
      const refused = { kind: 'refuse', reason: 'feed-credentials' };
      expect(await listen({ version }).attempt.verdict).toEqual(refused);
      expect(await listen({ version }, { secrets: wrong }).attempt.verdict).toEqual(refused);
      await listen({ version }, { secrets: { ...wrong, password: 'right' } }).attempt.opened;
    });

    test('what the broker kept is marked, and what is live is not, though it is to be kept', async () => {
      broker = await startMosquitto();
      await broker.publish('home/door', 'old', { retain: true, qos: 1 });
      const { attempt } = listen({ version, retained: true });
      await attempt.received(1);
      await broker.publish('home/door', 'new', { retain: true, qos: 1 });
      await attempt.received(2);
      expect(attempt.events.map(({ text, retained }) => [text, retained])).toEqual([
        ['old', true],
        ['new', false],
      ]);
    });

    test('of a session that is kept, nothing is missing and nothing comes twice, whoever is killed', async () => {
      broker = await startMosquitto({ persistence: true });
      const connection = { version, persistent: true, topics: [...everything] };
      const { bench, attempt } = listen(connection);
      await attempt.opened;
      await broker.publish('a', 'seen', { qos: 1 });
      await attempt.received(1);
      attempt.socket.terminate();
      await broker.publish('a', 'missed 1', { qos: 1 });
      await broker.publish('a', 'missed 2', { qos: 2 });
      await broker.kill();
      await broker.start();
      const next = bench.open();
      await next.opened;
      await next.received(2);
      await broker.publish('a', 'end', { qos: 2 });
      await next.received(3);
      expect(texts(next)).toEqual(['missed 1', 'missed 2', 'end']);
    });

    test.each([1, 2] as const)(
      'a broker that never heard that a message of QoS %i arrived sends it again: it is known',
      async (qos) => {
        broker = await startMosquitto();
        const connection = { version, persistent: true, topics: [...everything] };
        // Hangs up before the acknowledgement is out.
        const { bench, attempt } = listen(connection, {
          onMessage: ({ text }) => {
            if (text === 'once') attempt.socket.terminate();
          },
        });
        await attempt.opened;
        await broker.publish('a', 'once', { qos });
        await attempt.received(1);
        const next = bench.open();
        await next.opened;
        await broker.publish('a', 'end', { qos });
        await next.received(1);
        expect(texts(next)).toEqual(['end']);
        expect(
          broker.log.all.filter((line) => line.includes('Sending PUBLISH to suzu-test (d1')),
        ).toHaveLength(1);
      },
    );

    test('the session of a feed that is gone is gone, too, with all that waits in it', async () => {
      broker = await startMosquitto();
      const connection = { version, persistent: true, topics: [...everything] };
      const { bench, attempt } = listen(connection);
      await attempt.opened;
      attempt.socket.terminate();
      await broker.publish('a', 'kept', { qos: 1 });
      await bench.link.leave?.();
      await broker.publish('a', 'nobody wants it', { qos: 1 });
      const next = bench.open();
      await next.opened;
      await broker.publish('a', 'end', { qos: 1 });
      await next.received(1);
      expect(texts(next)).toEqual(['end']);
    });

    test('a broker that forgot everything gives nothing twice', async () => {
      broker = await startMosquitto();
      const { bench, attempt } = listen({ version, persistent: true });
      await attempt.opened;
      await broker.publish('home/door', 'before', { qos: 1 });
      await attempt.received(1);
      await broker.kill();
      expect(await attempt.verdict).toEqual({ kind: 'retry', reason: 'closed' });
      await broker.start();
      const next = bench.open();
      await next.opened;
      await broker.publish('home/door', 'after', { qos: 1 });
      await next.received(1);
      expect(texts(next)).toEqual(['after']);
    });
  },
);

describe.skipIf(!hasProgram('mosquitto'))('Mosquitto', () => {
  test('of MQTT 5 keeps what is not wanted to itself', async () => {
    broker = await startMosquitto();
    await broker.publish('home/door', 'old', { retain: true, qos: 1 });
    const { attempt } = listen({ version: 5 });
    await attempt.opened;
    await broker.publish('home/door', 'new', { qos: 1 });
    await attempt.received(1);
    expect(texts(attempt)).toEqual(['new']);
  });

  test('sends thousands of messages in their order', async () => {
    // It would drop what a listener on a busy computer cannot take at once.
    broker = await startMosquitto({ lines: ['max_queued_messages 0'] });
    const { attempt } = listen();
    await attempt.opened;
    const lines = Array.from({ length: 2_000 }, (_, n) => `message ${n}`);
    await broker.publishLines('home/door', lines, { qos: 1 });
    await attempt.received(lines.length);
    expect(texts(attempt)).toEqual(lines);
  });
});
