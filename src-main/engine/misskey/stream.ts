import type { Channels } from 'misskey-js';
import * as v from 'valibot';
import type { Log } from '../log.ts';
import type { Backoff } from '../streaming/backoff.ts';
import type { Clock } from '../streaming/clock.ts';
import {
  type AttemptEnd,
  Connection,
  type ConnectionState,
  connectionTimes,
  type Verdict,
} from '../streaming/connection.ts';
import type { OpenSocket } from '../streaming/socket.ts';
import { channelFrameSchema, connectedFrameSchema, frameSchema } from './schemas.ts';

/** Who listens to a channel. */
export interface ChannelListener {
  /** An event of the channel (`note`, `notification`, …); `body` is as the server sent it. */
  onEvent(type: string, body: unknown): void;
  /** The server confirmed the channel: on every new socket again. */
  onConnected?(): void;
  /** The server kept silent, which is how Misskey refuses (PROTOCOL §0.6). */
  onRefused?(): void;
}

/** A channel that is wanted for as long as `disconnect` was not called. */
export interface ChannelHandle {
  disconnect(): void;
}

export interface MisskeyStreamOptions {
  readonly clock: Clock;
  readonly backoff: Backoff;
  readonly openSocket: OpenSocket;
  readonly log: Log;
  readonly judge: (end: AttemptEnd) => Promise<Verdict>;
  readonly onState: (state: ConnectionState) => void;
  /** Listens to `main`, which is connected once a socket and never disconnected: it has no dispose (PROTOCOL §0.5). */
  readonly main: ChannelListener;
}

interface Subscription {
  readonly channel: keyof Channels;
  readonly params: Readonly<Record<string, unknown>>;
  readonly listener: ChannelListener;
}

/**
 * The streaming protocol of one account over a connection that stays up: `main`, which decides
 * whether the stream is online, and any other channels, connected again on each new socket.
 */
export class MisskeyStream {
  readonly #options: MisskeyStreamOptions;
  readonly #connection: Connection;
  readonly #wanted = new Set<Subscription>();
  /** The subscriptions of the present socket by the id they were given on it. */
  readonly #live = new Map<string, Subscription>();
  readonly #unconfirmed = new Map<string, { cancel(): void }>();
  readonly #main: Subscription;
  #nextId = 1;
  #mainId = '';
  #brokenFrames = 0;

  constructor(options: MisskeyStreamOptions) {
    this.#options = options;
    this.#main = { channel: 'main', params: {}, listener: options.main };
    this.#connection = new Connection({
      clock: options.clock,
      backoff: options.backoff,
      openSocket: options.openSocket,
      judge: options.judge,
      onOpen: () => {
        this.#mainId = this.#subscribe(this.#main);
      },
      onText: (text) => this.#onText(text),
      onState: (state) => {
        if (state.name !== 'subscribing' && state.name !== 'online') this.#forgetSocket();
        options.onState(state);
      },
    });
  }

  get state(): ConnectionState | null {
    return this.#connection.state;
  }

  /** Frames that were no JSON or had the wrong shape, since the start. */
  get brokenFrames(): number {
    return this.#brokenFrames;
  }

  start(): void {
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
    this.#forgetSocket();
  }

  /** See `Connection.nudge`. */
  nudge(): void {
    this.#connection.nudge();
  }

  /** Connects a channel now, and again on every new socket, until the handle is disconnected. */
  connect(
    channel: keyof Channels,
    params: Readonly<Record<string, unknown>>,
    listener: ChannelListener,
  ): ChannelHandle {
    const subscription: Subscription = { channel, params, listener };
    this.#wanted.add(subscription);
    if (this.state?.name === 'online') this.#subscribeWatched(subscription);
    return {
      disconnect: () => {
        this.#wanted.delete(subscription);
        for (const [id, live] of this.#live) {
          if (live !== subscription) continue;
          this.#live.delete(id);
          this.#confirm(id);
          this.#connection.send(JSON.stringify({ type: 'disconnect', body: { id } }));
        }
      },
    };
  }

  #subscribe({ channel, params }: Subscription): string {
    // A new id on each socket, so that a late frame of an old one finds no listener.
    const id = `${channel}-${this.#nextId}`;
    this.#nextId += 1;
    this.#connection.send(
      JSON.stringify({ type: 'connect', body: { channel, id, params, pong: true } }),
    );
    return id;
  }

  #subscribeWatched(subscription: Subscription): void {
    const id = this.#subscribe(subscription);
    this.#live.set(id, subscription);
    const timer = this.#options.clock.setTimeout(() => {
      this.#unconfirmed.delete(id);
      this.#live.delete(id);
      subscription.listener.onRefused?.();
    }, connectionTimes.subscription);
    this.#unconfirmed.set(id, timer);
  }

  #onText(text: string): void {
    const frame = parseFrame(text);
    if (frame === null) {
      this.#countBroken();
      return;
    }
    if (frame.type === 'channel') this.#onChannelFrame(frame.body);
    else if (frame.type === 'connected') this.#onConnected(frame.body);
  }

  #onConnected(body: unknown): void {
    const parsed = v.safeParse(connectedFrameSchema, body);
    if (!parsed.success) {
      this.#countBroken();
      return;
    }
    const { id } = parsed.output;
    if (id === this.#mainId) {
      if (this.state?.name !== 'subscribing') return;
      this.#live.set(id, this.#main);
      this.#connection.acknowledge();
      if (id === this.#mainId) this.#main.listener.onConnected?.();
      // Those who were told may have stopped the stream, or wanted a channel that was connected at once.
      if (id !== this.#mainId) return;
      const connected = new Set(this.#live.values());
      for (const subscription of this.#wanted) {
        if (!connected.has(subscription)) this.#subscribeWatched(subscription);
      }
    } else if (this.#confirm(id)) {
      this.#live.get(id)?.listener.onConnected?.();
    }
  }

  #onChannelFrame(body: unknown): void {
    const parsed = v.safeParse(channelFrameSchema, body);
    if (!parsed.success) {
      this.#countBroken();
      return;
    }
    const { id, type, body: event } = parsed.output;
    this.#live.get(id)?.listener.onEvent(type, event);
  }

  /** Returns whether the channel was still waiting for its confirmation. */
  #confirm(id: string): boolean {
    this.#unconfirmed.get(id)?.cancel();
    return this.#unconfirmed.delete(id);
  }

  #forgetSocket(): void {
    for (const timer of this.#unconfirmed.values()) timer.cancel();
    this.#unconfirmed.clear();
    this.#live.clear();
    this.#mainId = '';
  }

  #countBroken(): void {
    this.#brokenFrames += 1;
    // The first tells that it happens; the rest only count, so that a flood does not fill the log.
    if (this.#brokenFrames === 1 || this.#brokenFrames % 1_000 === 0) {
      this.#options.log.warn('stream: a frame could not be read', { count: this.#brokenFrames });
    }
  }
}

function parseFrame(text: string): v.InferOutput<typeof frameSchema> | null {
  try {
    const parsed = v.safeParse(frameSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
