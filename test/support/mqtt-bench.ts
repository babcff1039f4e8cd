import type { IPublishPacket, Packet } from 'mqtt';
import type { FeedEvent } from '../../src-main/engine/feeds/feed-event.ts';
import { noSecrets } from '../../src-main/engine/feeds/feed-secrets.ts';
import {
  createDeliveryMemory,
  type DeliveryMemory,
} from '../../src-main/engine/feeds/mqtt/delivery-memory.ts';
import type { MqttConnection } from '../../src-main/engine/feeds/mqtt/mqtt-connection.ts';
import { MqttSession } from '../../src-main/engine/feeds/mqtt/mqtt-session.ts';
import type { Verdict } from '../../src-main/engine/streaming/verdict.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

/** A connection to a broker that nobody has to run. */
export const mqttConnection: MqttConnection = {
  system: 'mqtt',
  url: 'ws://127.0.0.1:9/mqtt',
  topics: [{ filter: 'home/#', qos: 1 }],
  version: 4,
  clientId: 'suzu-test',
  persistent: false,
  retained: false,
};

/** What is different in a test. */
export interface MqttBenchOptions {
  readonly connection?: Partial<MqttConnection>;
  readonly secrets?: { readonly username: string | null; readonly password: string | null };
  readonly memory?: DeliveryMemory;
  readonly clock?: FakeClock;
  /** Called before the event is noted down. */
  readonly onEvent?: (event: FeedEvent) => void;
}

/** A session with the test in the broker's place. */
export async function mqttBench(options: MqttBenchOptions = {}) {
  const library = await import('../../src-main/engine/feeds/mqtt/mqtt-library.ts');
  const connection = { ...mqttConnection, ...options.connection };
  const codec = { protocolVersion: connection.version };
  const clock = options.clock ?? fakeClock();
  /** What the session sent, and in which order with what it told. */
  const sent: Packet[] = [];
  const events: FeedEvent[] = [];
  const told: string[] = [];
  const ends: Verdict[] = [];
  const parser = library.parser(codec);
  parser.on('packet', (packet) => {
    sent.push(packet);
    told.push(packet.cmd);
  });
  const session = new MqttSession({
    library,
    connection,
    secrets: { ...noSecrets, ...options.secrets },
    clock,
    memory: options.memory ?? createDeliveryMemory([]),
    largestPacket: 1_000_000,
    send: (bytes) => void parser.parse(Buffer.from(bytes)),
    onReady: () => told.push('ready'),
    onEvent(event) {
      options.onEvent?.(event);
      events.push(event);
      told.push(`event ${event.text}`);
    },
    onAlive: () => {},
    onEnd: (verdict) => ends.push(verdict),
  });
  /** What was written is sent at the end of the turn, and the library reads its stores in turns of their own. */
  const turns = async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  };
  const feed = async (...packets: readonly Packet[]) => {
    for (const packet of packets) session.take(library.generate(packet, codec));
    await turns();
  };
  const questions = () => sent.flatMap((packet) => (packet.cmd === 'subscribe' ? [packet] : []));
  const grant = (at: number, granted: readonly number[]) => {
    // Each session begins to count somewhere else.
    const messageId = questions()[at]?.messageId ?? 0;
    return feed({ cmd: 'suback', messageId, granted: [...granted] });
  };
  await turns();
  return {
    session,
    clock,
    sent,
    told,
    events,
    ends,
    feed,
    turns,
    /** Bytes as they are. */
    async feedBytes(...bytes: readonly number[]) {
      session.take(Buffer.from(bytes));
      await turns();
    },
    /** Lets the session in. */
    letIn: (sessionPresent = false) =>
      feed({ cmd: 'connack', sessionPresent, ...codes(connection.version, 0) }),
    /** Answers the nth question for topics. */
    grant: (question: number, ...granted: readonly number[]) => grant(question, granted),
    /** Lets it in and grants what it asks for. */
    async goOnline(sessionPresent = false) {
      await feed({ cmd: 'connack', sessionPresent, ...codes(connection.version, 0) });
      for (const [at, { subscriptions }] of questions().entries()) {
        await grant(
          at,
          subscriptions.map(({ qos }) => qos),
        );
      }
    },
    questions,
    texts: () => events.map(({ text }) => text),
  };
}

/** What a broker's answer to a connect says. */
export function codes(version: 4 | 5, code: number) {
  return version === 5 ? { reasonCode: code } : { returnCode: code };
}

/** A message, of QoS 0 unless said otherwise. */
export function publish(text: string, given: Partial<IPublishPacket> = {}): IPublishPacket {
  return {
    cmd: 'publish',
    topic: 'home/door',
    payload: text,
    qos: 0,
    dup: false,
    retain: false,
    ...given,
  };
}
