import type { Socket, SocketEnd, SocketHandlers } from '../../streaming/socket.ts';
import { watchdogTimes } from '../../streaming/watchdog.ts';
import { type WsSocket, wsSocketOpener } from '../../streaming/ws-socket.ts';
import type { FeedEvent } from '../feed-event.ts';
import type { FeedAccess, FeedLink } from '../feed-link.ts';
import { requestHeaders } from '../request-headers.ts';
import { upgradeOrigin, upgradeVerdict } from '../upgrade.ts';
import { frameVerdict } from '../websocket/close-verdict.ts';
import { createDeliveryMemory, type DeliveryMemory } from './delivery-memory.ts';
import { endSession } from './end-session.ts';
import type { MqttConnection } from './mqtt-connection.ts';
import { MqttSession } from './mqtt-session.ts';
import { createPacketReader, type PacketReader } from './packet-reader.ts';

/** Bytes. A broker of MQTT 5 keeps larger messages to itself; one of 3.1.1 cannot be told, and is left. */
export const largestPacket = 4 * 1024 * 1024;
/** Bytes; it may hold several packets. */
const largestFrame = 2 * largestPacket;

/**
 * Listens to topics of an MQTT broker over a WebSocket. It is online once the broker confirmed all of them. The
 * cursor holds what may come once more: see `DeliveryMemory`.
 */
export function createMqttLink(connection: MqttConnection, access: FeedAccess): FeedLink {
  const { secrets, userAgent, isProven } = access;
  const memory = createDeliveryMemory(access.cursor.get()?.split(' ') ?? []);
  // Name and password are for the broker; its server on the web hears the headers alone.
  const headers = { ...secrets, username: null, password: null };
  const open = wsSocketOpener<Buffer | 'text'>({
    url: () => connection.url,
    headers: () => requestHeaders(headers, userAgent),
    // The name for both 3.1.1 and 5 (MQTT 5, §6).
    protocols: ['mqtt'],
    agent: () => access.agent(upgradeOrigin(connection.url)),
    maxPayloadBytes: largestFrame,
    read: (bytes, isBinary) => (isBinary ? bytes : 'text'),
  });
  return {
    openSocket: (handlers) => new MqttSocket({ connection, access, memory, open, handlers }),
    judge: async (end) => upgradeVerdict(end, isProven()),
    watch: watchdogTimes,
    silentFor: null,
    ...(connection.persistent ? { leave: () => leave(connection, access) } : {}),
  };
}

function leave(connection: MqttConnection, access: FeedAccess): Promise<void> {
  return endSession(createMqttLink({ ...connection, persistent: false }, access), access.clock);
}

interface MqttSocketOptions {
  readonly connection: MqttConnection;
  readonly access: FeedAccess;
  readonly memory: DeliveryMemory;
  readonly open: (handlers: SocketHandlers<Buffer | 'text'>) => WsSocket;
  readonly handlers: SocketHandlers<FeedEvent>;
}

/** One connection to a broker: the library, once it is loaded, the WebSocket, and what is spoken over it. */
class MqttSocket implements Socket {
  readonly #options: MqttSocketOptions;
  #socket: WsSocket | null = null;
  #reader: PacketReader | null = null;
  #session: MqttSession | null = null;
  #keeping: NodeJS.Immediate | null = null;
  #hasEnded = false;

  constructor(options: MqttSocketOptions) {
    this.#options = options;
    import('./mqtt-library.ts').then(
      (library) => this.#open(library),
      (error: unknown) => {
        options.access.log.error('mqtt: the library cannot be read', { error: String(error) });
        this.#end({ kind: 'error', code: 'unknown' });
      },
    );
  }

  /** Nothing is ever published. */
  send(): void {}

  ping(): void {
    this.#session?.ping();
  }

  terminate(): void {
    this.#hasEnded = true;
    this.#reader?.stop();
    this.#session?.stop();
    this.#socket?.terminate();
    if (this.#keeping !== null) clearImmediate(this.#keeping);
    this.#keep();
  }

  #open(library: typeof import('./mqtt-library.ts')): void {
    if (this.#hasEnded) return;
    const { open, handlers } = this.#options;
    this.#socket = open({
      onOpen: () => this.#converse(library),
      onMessage: (bytes) => {
        // A broker must not send texts (MQTT 5, §6).
        if (bytes === 'text') this.#end(malformed);
        else this.#reader?.read(bytes);
      },
      onAlive: () => handlers.onAlive(),
      onEnd: (end) => this.#end(framed(end)),
    });
  }

  #converse(library: typeof import('./mqtt-library.ts')): void {
    const { connection, access, memory, handlers } = this.#options;
    const socket = this.#socket;
    const session = new MqttSession({
      library,
      connection,
      secrets: access.secrets,
      clock: access.clock,
      memory,
      largestPacket,
      send: (bytes) => socket?.send(bytes),
      onReady: () => handlers.onOpen(),
      onEvent: (event) => handlers.onMessage(event),
      onAlive: () => handlers.onAlive(),
      onEnd: (verdict) => this.#end({ kind: 'judged', verdict }),
    });
    this.#session = session;
    this.#reader = createPacketReader({
      largest: largestPacket,
      monotonic: () => access.clock.monotonic(),
      onPacket: (packet) => session.take(packet),
      onProblem: (reason) => this.#end({ kind: 'judged', verdict: { kind: 'retry', reason } }),
      onRest: () => this.#keepSoon(),
      pause: () => socket?.pause(),
      resume: () => socket?.resume(),
    });
  }

  /** Once in a turn of the event loop: brokers send each message in a frame of its own, and thousands in a turn. */
  #keepSoon(): void {
    this.#keeping ??= setImmediate(() => {
      this.#keeping = null;
      this.#keep();
    });
  }

  /** Only a session that the broker keeps can bring anything twice. */
  #keep(): void {
    const { connection, access, memory } = this.#options;
    if (connection.persistent) access.cursor.set(memory.entries().join(' '));
  }

  #end(end: SocketEnd): void {
    if (this.#hasEnded) return;
    this.terminate();
    this.#options.handlers.onEnd(end);
  }
}

const malformed: SocketEnd = {
  kind: 'judged',
  verdict: { kind: 'retry', reason: 'malformed' },
};

/** What breaks the rules of WebSocket says so itself. */
function framed(end: SocketEnd): SocketEnd {
  const verdict = end.kind === 'error' ? frameVerdict(end.code) : null;
  return verdict === null ? end : { kind: 'judged', verdict };
}
