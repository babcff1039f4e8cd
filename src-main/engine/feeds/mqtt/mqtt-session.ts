import type { IClientOptions, IPublishPacket, MqttClient, Packet } from 'mqtt';
import type { ISubackPacket } from 'mqtt-packet';
import type { Clock } from '../../streaming/clock.ts';
import type { Verdict } from '../../streaming/verdict.ts';
import type { FeedEvent } from '../feed-event.ts';
import type { FeedSecrets } from '../feed-secrets.ts';
import { bytesPayload } from '../payload.ts';
import { clockIntervals } from './clock-intervals.ts';
import { type DeliveryMemory, messageDigest, mostUnacknowledged } from './delivery-memory.ts';
import type { MqttConnection } from './mqtt-connection.ts';
import { connackVerdict, disconnectVerdict, subackVerdict } from './mqtt-verdicts.ts';
import { PacketStream } from './packet-stream.ts';
import { isTopicName, topicMatcher, withoutCovered } from './topic-filter.ts';

export interface MqttSessionOptions {
  readonly library: typeof import('./mqtt-library.ts');
  readonly connection: MqttConnection;
  readonly secrets: FeedSecrets;
  readonly clock: Clock;
  readonly memory: DeliveryMemory;
  /** Bytes; no packet of a broker may be larger. */
  readonly largestPacket: number;
  readonly send: (bytes: Uint8Array) => void;
  /** Every subscription is confirmed. */
  readonly onReady: () => void;
  /** When it returns, the broker hears that the message arrived. */
  readonly onEvent: (event: FeedEvent) => void;
  readonly onAlive: () => void;
  /** Called at most once, and nothing is called after it. */
  readonly onEnd: (verdict: Verdict) => void;
}

/**
 * What the broker is told (s): after one and a half of it without a word, the connection is dead. Suzu's own
 * questions come twice as often.
 */
const keepAlive = 60;
/** How long a broker is asked to keep a session while Suzu is away (s). In 3.1.1 it cannot be asked. */
const sessionKeptFor = 7 * 24 * 3_600;

const malformed: Verdict = { kind: 'retry', reason: 'malformed' };
const forgiven = { isThrown: false, error: null } as const;

/**
 * The conversation with a broker on one open socket, by MQTT.js: connects, subscribes, takes messages and
 * acknowledges each after it was handled. Keeping connected is not its business.
 */
export class MqttSession {
  readonly #options: MqttSessionOptions;
  readonly #client: MqttClient;
  readonly #stream: PacketStream;
  readonly #isWanted: (topic: string) => boolean;
  #isLetIn = false;
  #hasEnded = false;
  #isReading = false;
  /** What `onEvent` threw, which is not the broker's fault. */
  #failure: { readonly isThrown: boolean; readonly error: unknown } = forgiven;

  /** Begins at once: the socket is open. */
  constructor(options: MqttSessionOptions) {
    this.#options = options;
    this.#stream = new PacketStream(options.send);
    this.#isWanted = topicMatcher(options.connection.topics);
    this.#client = this.#createClient();
    this.#client.on('error', () => this.#onError());
    this.#client.on('packetreceive', (packet) => this.#look(packet));
    this.#client.on('connect', () => this.#subscribe());
    this.#client.connect();
  }

  /** A whole packet came. @throws what `onEvent` throws; the session has ended then. */
  take(packet: Uint8Array): void {
    if (this.#hasEnded) return;
    this.#isReading = true;
    try {
      this.#stream.hand(packet);
    } catch {
      this.#end(this.#failure.isThrown ? { kind: 'retry', reason: 'closed' } : malformed);
      if (this.#failure.isThrown) throw this.#failure.error;
    } finally {
      this.#isReading = false;
    }
  }

  /** Asks for a sign of life. */
  ping(): void {
    if (this.#hasEnded || !this.#isLetIn) return;
    this.#options.memory.asked();
    this.#client.sendPing();
  }

  /** Nothing runs after this, and nothing is called. */
  stop(): void {
    this.#hasEnded = true;
    this.#stream.destroy();
  }

  #createClient(): MqttClient {
    const { library, clock, connection } = this.#options;
    const { clientId, persistent, version } = connection;
    const client = new library.MqttClient(() => this.#stream, {
      protocolVersion: version,
      clientId,
      clean: !persistent,
      keepalive: keepAlive,
      ...this.#credentials(),
      ...(version === 5 ? { properties: this.#properties() } : {}),
      incomingStore: this.#incomingStore(),
      // It is `Connection` that connects anew, and each session subscribes itself.
      manualConnect: true,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      timerVariant: clockIntervals(clock),
      // Would hold 65,536 buffers.
      writeCache: false,
      // Would be told the password.
      log: () => {},
    });
    client.handleMessage = (packet, done) => {
      // One of QoS 2 rang when it came: the library hands it over when the broker lets it go.
      if (packet.qos !== 2) this.#ring(packet);
      done();
    };
    return client;
  }

  /** In 3.1.1 there is no password without a name (§3.1.2.9). */
  #credentials(): Pick<IClientOptions, 'username' | 'password'> {
    const { username, password } = this.#options.secrets;
    if (password === null) return username === null ? {} : { username };
    return { username: username ?? '', password };
  }

  #properties(): NonNullable<IClientOptions['properties']> {
    return {
      receiveMaximum: mostUnacknowledged,
      maximumPacketSize: this.#options.largestPacket,
      ...(this.#options.connection.persistent ? { sessionExpiryInterval: sessionKeptFor } : {}),
    };
  }

  /**
   * Messages of QoS 2 ring as they come (MQTT 5, figure 4.3, method B). Once the broker hears that one arrived, it
   * never sends it again, and a Suzu that was killed meanwhile would have lost it.
   */
  #incomingStore(): NonNullable<IClientOptions['incomingStore']> {
    const store = new this.#options.library.Store();
    const put = store.put.bind(store);
    store.put = (packet, done) => {
      if (packet.cmd !== 'publish') return put(packet, done);
      this.#ring(packet);
      // Of 65,535 that a broker may leave open, the words would be too much to keep.
      const { cmd, qos, messageId = 0, dup, retain } = packet;
      return put({ cmd, qos, messageId, dup, retain, topic: '', payload: '' }, done);
    };
    return store;
  }

  /** Looks at each packet before the library does. */
  #look(packet: Packet): void {
    if (this.#hasEnded) return;
    this.#options.onAlive();
    if (packet.cmd !== 'connack' && !this.#isLetIn) {
      this.#end(malformed);
      return;
    }
    switch (packet.cmd) {
      case 'connack': {
        const code = packet.reasonCode ?? packet.returnCode;
        if (code === undefined) this.#end(malformed);
        else if (code !== 0) this.#end(connackVerdict(code));
        else this.#onLetIn(packet.sessionPresent);
        return;
      }
      case 'publish':
        if (!isSound(packet)) this.#end(malformed);
        return;
      case 'pingresp':
        this.#options.memory.answered();
        return;
      case 'disconnect':
        this.#end(disconnectVerdict(packet.reasonCode ?? 0));
        return;
    }
  }

  #onLetIn(isResumed: boolean): void {
    this.#isLetIn = true;
    this.#options.memory.begin(isResumed);
  }

  /** All at once; the library takes one QoS for all topics of a call. */
  #subscribe(): void {
    if (this.#hasEnded) return;
    const { topics, retained } = this.#options.connection;
    const wanted = withoutCovered(topics);
    const kinds = new Set(wanted.map(({ qos }) => qos));
    let open = kinds.size;
    for (const qos of kinds) {
      const filters = wanted.flatMap((topic) => (topic.qos === qos ? [topic.filter] : []));
      // What is kept comes always, or never; live messages come without its mark.
      const how = { qos, nl: false, rap: false, rh: retained ? 0 : 2 };
      this.#client.subscribe(filters, how, (error, _granted, suback) => {
        if (this.#hasEnded) return;
        if (error !== null) this.#end(refusal(suback));
        open -= 1;
        if (open === 0 && !this.#hasEnded) this.#options.onReady();
      });
    }
  }

  #ring(packet: IPublishPacket): void {
    if (this.#hasEnded) return;
    const { memory, onEvent } = this.#options;
    const { topic, qos, messageId, dup, retain } = packet;
    const payload =
      typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
    const delivery =
      qos === 0 || messageId === undefined
        ? null
        : { id: messageId, again: dup, digest: messageDigest(topic, payload) };
    // A session that the broker kept may hold topics that nobody wants any more.
    const isNews = (delivery === null || !memory.isKnown(delivery)) && this.#isWanted(topic);
    if (isNews) {
      try {
        onEvent({ name: topic, id: null, ...bytesPayload(payload), retained: retain });
      } catch (error) {
        this.#failure = { isThrown: true, error };
        throw error;
      }
    }
    if (delivery !== null) memory.handled(delivery);
  }

  /** Outside of reading there is one thing that the library complains of: a broker that does not answer. */
  #onError(): void {
    this.#end(this.#isReading ? malformed : { kind: 'retry', reason: 'no-pong' });
  }

  #end(verdict: Verdict): void {
    if (this.#hasEnded) return;
    this.stop();
    this.#options.onEnd(verdict);
  }
}

/** Whether a message names a topic, and has an id to be acknowledged by. */
function isSound({ topic, qos, messageId }: IPublishPacket): boolean {
  return isTopicName(topic) && (qos === 0 || (messageId !== undefined && messageId > 0));
}

/** Of several topics, the first that was refused counts. */
function refusal(suback: ISubackPacket | undefined): Verdict {
  const codes: readonly unknown[] = suback?.granted ?? [];
  const code = codes.find((granted) => typeof granted === 'number' && granted >= 0x80);
  return typeof code === 'number' ? subackVerdict(code) : malformed;
}
