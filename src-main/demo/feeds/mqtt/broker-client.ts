import type { Packet } from 'mqtt-packet';
import type { BrokerSession, Deliver, DemoMessage } from './broker-session.ts';

/** What knows how packets look. */
export type Codec = Pick<typeof import('mqtt-packet'), 'generate' | 'parser'>;

export interface BrokerClientOptions {
  readonly codec: Codec;
  readonly send: (bytes: Buffer) => void;
  readonly close: () => void;
  /** The session of a client, which is a new one where it asks for that or has none. */
  readonly sessionOf: (
    clientId: string,
    isClean: boolean,
  ) => { readonly session: BrokerSession; readonly wasKnown: boolean };
  readonly forget: (clientId: string, session: BrokerSession) => void;
  /** The last message of each topic. */
  readonly retained: () => Iterable<DemoMessage>;
}

/** Nobody but the demo publishes. MQTT 5: “not authorized”. */
const notAuthorized = 0x87;

/** Bytes; nothing that a client has to say is as long. */
export const largestPacket = 64 * 1024;

/** One connection of a client: reads its packets and answers them. */
export class BrokerClient {
  readonly #options: BrokerClientOptions;
  readonly #parser: ReturnType<Codec['parser']>;
  #clientId: string | null = null;
  #session: BrokerSession | null = null;
  #version: 3 | 4 | 5 = 4;
  /** Whether the session stays when the client is away. */
  #isKept = false;
  readonly #deliver: Deliver = ({ messageId, ...delivery }) =>
    this.#send({ cmd: 'publish', ...delivery, ...(messageId === null ? {} : { messageId }) });

  constructor(options: BrokerClientOptions) {
    this.#options = options;
    this.#parser = options.codec.parser();
    this.#parser.on('packet', (packet) => this.#answer(packet));
    this.#parser.on('error', () => options.close());
  }

  /** Null until it said so. */
  get clientId(): string | null {
    return this.#clientId;
  }

  receive(bytes: Buffer): void {
    if (this.#parser.parse(bytes) > largestPacket) this.#options.close();
  }

  /** The connection is gone. */
  gone(): void {
    if (this.#session === null || this.#clientId === null) return;
    this.#session.detach(this.#deliver);
    if (!this.#isKept) this.#options.forget(this.#clientId, this.#session);
    this.#session = null;
  }

  #answer(packet: Packet): void {
    if (packet.cmd === 'connect') {
      if (this.#session === null) this.#connect(packet);
      else this.#options.close();
      return;
    }
    const session = this.#session;
    // The first packet must be CONNECT (MQTT 5, §3.1).
    if (session === null) {
      this.#options.close();
      return;
    }
    const { messageId = 0 } = packet;
    switch (packet.cmd) {
      case 'subscribe':
        this.#subscribe(session, packet);
        break;
      case 'unsubscribe':
        for (const filter of packet.unsubscriptions) session.unsubscribe(filter);
        this.#send({ cmd: 'unsuback', messageId, granted: packet.unsubscriptions.map(() => 0) });
        break;
      case 'puback':
        session.acknowledge(messageId);
        break;
      case 'pingreq':
        this.#send({ cmd: 'pingresp' });
        break;
      case 'publish':
        if (packet.qos === 1 && this.#version === 5) {
          this.#send({ cmd: 'puback', messageId, reasonCode: notAuthorized });
        } else this.#options.close();
        break;
      default:
        this.#options.close();
    }
  }

  #connect(packet: Extract<Packet, { cmd: 'connect' }>): void {
    const { clientId, clean = true, properties } = packet;
    this.#version = packet.protocolVersion ?? 4;
    this.#isKept = this.#version === 5 ? (properties?.sessionExpiryInterval ?? 0) > 0 : !clean;
    const { session, wasKnown } = this.#options.sessionOf(clientId, clean);
    this.#clientId = clientId;
    this.#session = session;
    const result = this.#version === 5 ? { reasonCode: 0 } : { returnCode: 0 };
    const bounds = this.#version === 5 ? { properties: { maximumQoS: 1 } } : {};
    this.#send({ cmd: 'connack', sessionPresent: wasKnown, ...result, ...bounds });
    session.attach(this.#deliver);
  }

  #subscribe(session: BrokerSession, packet: Extract<Packet, { cmd: 'subscribe' }>): void {
    const asked = packet.subscriptions.map(({ topic, qos }) => ({
      filter: topic,
      qos: qos === 0 ? (0 as const) : (1 as const),
    }));
    for (const { filter, qos } of asked) session.subscribe(filter, qos);
    const { messageId = 0 } = packet;
    this.#send({ cmd: 'suback', messageId, granted: asked.map(({ qos }) => qos) });
    for (const { filter } of asked) {
      for (const message of this.#options.retained()) session.tellRetained(filter, message);
    }
  }

  #send(packet: Packet): void {
    this.#options.send(this.#options.codec.generate(packet, { protocolVersion: this.#version }));
  }
}
