import type { Clock, Timer } from '../../streaming/clock.ts';
import { connectionTimes } from '../../streaming/connection.ts';
import type { ChannelName } from './channels.ts';

/**
 * Why a channel brings nothing: the server kept silent, which is how Misskey refuses (PROTOCOL §0.6);
 * the connection has no more room for channels; or the account asks now and then instead of listening.
 */
export type ChannelRefusal = 'refused' | 'full' | 'polling';

/** Who listens to a channel. Each call may come before `connect` returns. */
export interface ChannelListener {
  /** An event of the channel (`note`, `notification`, …); `body` is as the server sent it. */
  onEvent(type: string, body: unknown): void;
  /** The server confirmed the channel: on every new socket again. */
  onConnected?(): void;
  /** The channel brings nothing for now; `onConnected` follows if that changes. */
  onRefused?(why: ChannelRefusal): void;
}

/** A channel that is wanted for as long as `disconnect` was not called. */
export interface ChannelHandle {
  /**
   * Sends the channel a message (PROTOCOL §2: `channel`); only some listen.
   * @param body not undefined: the server ignores a message without one.
   * @returns false when the channel is not connected at present, and nothing was sent.
   */
  send(type: string, body: unknown): boolean;
  disconnect(): void;
}

export interface SubscriptionsOptions {
  readonly clock: Clock;
  /** Sends a frame on the present socket. */
  readonly send: (frame: { readonly type: string; readonly body: unknown }) => void;
  readonly greeting: Greeting;
}

/**
 * The channel that is asked for first on every socket: its confirmation shows that the server takes
 * subscriptions of this client. `main` for an account.
 */
export interface Greeting {
  readonly channel: ChannelName;
  readonly params: Readonly<Record<string, unknown>>;
  readonly listener: ChannelListener;
}

/** Channels on one connection at most, the greeting among them (PROTOCOL §1). Older servers have no limit. */
const mostChannels = 32;

/** At most one on a connection: a second is refused (PROTOCOL §3), so those who listen share it. */
const shared: ReadonlySet<ChannelName> = new Set([
  'main',
  'drive',
  'admin',
  'serverStats',
  'queueStats',
  'reversi',
]);

/** Go on sending after a `disconnect`, and then send twice after the next `connect` (PROTOCOL §0.5). */
const leaking: ReadonlySet<ChannelName> = new Set(['main', 'drive', 'admin']);

interface Subscription {
  readonly channel: ChannelName;
  readonly params: Readonly<Record<string, unknown>>;
  readonly listeners: Set<ChannelListener>;
}

/** A subscription on the present socket. */
interface Live {
  readonly subscription: Subscription;
  state: 'asked' | 'connected' | 'silent';
  timer: Timer | null;
}

/**
 * The channels of one stream. Each that is wanted is asked for on every new socket, under an id of its
 * own, as far as the server has room; the others follow when some is free.
 */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #greeting: Subscription;
  readonly #wanted = new Set<Subscription>();
  /** By the id on the present socket; shared ones also when nobody listens any more. */
  readonly #live = new Map<string, Live>();
  /** Those who know that the present socket has no room for them. */
  readonly #full = new Set<Subscription>();
  #isOnline = false;
  #nextId = 1;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    const { channel, params, listener } = options.greeting;
    this.#greeting = { channel, params, listeners: new Set([listener]) };
    this.#wanted.add(this.#greeting);
  }

  /** A fresh socket is open: asks for the greeting, whose confirmation is to be followed by `online`. Returns its id. */
  greet(): string {
    return this.#ask(this.#greeting).id;
  }

  /** The server confirmed the greeting: tells its listeners, and asks for all other channels. */
  online(greetingId: string): void {
    const live = this.#live.get(greetingId);
    if (live === undefined) return;
    this.#isOnline = true;
    live.state = 'connected';
    tell(this.#greeting, (listener) => listener.onConnected?.());
    this.#askForWaiting();
  }

  /** The socket is gone, and all that was asked for on it. */
  offline(): void {
    this.#isOnline = false;
    for (const { timer } of this.#live.values()) timer?.cancel();
    this.#live.clear();
    this.#full.clear();
  }

  /** Connects a channel now, and again on every new socket, until the handle is disconnected. */
  connect(
    channel: ChannelName,
    params: Readonly<Record<string, unknown>>,
    listener: ChannelListener,
  ): ChannelHandle {
    // One object may listen twice: each of its channels is to be disconnected by itself.
    const own: ChannelListener = {
      onEvent: (type, body) => listener.onEvent(type, body),
      onConnected: () => listener.onConnected?.(),
      onRefused: (why) => listener.onRefused?.(why),
    };
    const known = shared.has(channel) ? this.#find(channel) : undefined;
    const subscription = known ?? { channel, params, listeners: new Set() };
    subscription.listeners.add(own);
    this.#wanted.add(subscription);
    const state = this.#liveOf(subscription)?.[1].state;
    if (!this.#isOnline) return this.#handle(subscription, own);
    if (state === 'connected') own.onConnected?.();
    else if (state === 'silent') own.onRefused?.('refused');
    else if (this.#full.has(subscription)) own.onRefused?.('full');
    else this.#askForWaiting();
    return this.#handle(subscription, own);
  }

  /** A frame `connected`. */
  onConnected(id: string): void {
    const live = this.#live.get(id);
    // A late one is welcome too: the server was slow, and did not refuse.
    if (live === undefined || live.state === 'connected') return;
    live.timer?.cancel();
    live.timer = null;
    live.state = 'connected';
    tell(live.subscription, (listener) => listener.onConnected?.());
  }

  /** A frame `channel`. What comes under an id that is not known any more is nobody's. */
  onEvent(id: string, type: string, body: unknown): void {
    // What a channel says before the greeting is confirmed is left to the catch-up.
    if (!this.#isOnline) return;
    const live = this.#live.get(id);
    if (live !== undefined) tell(live.subscription, (listener) => listener.onEvent(type, body));
  }

  #handle(subscription: Subscription, listener: ChannelListener): ChannelHandle {
    return {
      send: (type, body) => {
        const [id, live] = this.#liveOf(subscription) ?? [];
        if (live?.state !== 'connected' || !subscription.listeners.has(listener)) return false;
        this.#options.send({ type: 'channel', body: { id, type, body } });
        return true;
      },
      disconnect: () => {
        const wasThere = subscription.listeners.delete(listener);
        if (wasThere && subscription.listeners.size === 0) this.#drop(subscription);
      },
    };
  }

  /** Nobody listens any more. */
  #drop(subscription: Subscription): void {
    this.#wanted.delete(subscription);
    this.#full.delete(subscription);
    const [id, live] = this.#liveOf(subscription) ?? [];
    if (id === undefined || leaking.has(subscription.channel)) return;
    live?.timer?.cancel();
    this.#live.delete(id);
    this.#options.send({ type: 'disconnect', body: { id } });
    this.#askForWaiting();
  }

  #askForWaiting(): void {
    for (const subscription of this.#wanted) {
      // Whoever is told may end the socket, or want other channels.
      if (!this.#isOnline) return;
      if (this.#liveOf(subscription) !== undefined) continue;
      if (this.#used() < mostChannels) {
        this.#full.delete(subscription);
        this.#watch(this.#ask(subscription).live);
      } else if (!this.#full.has(subscription)) {
        this.#full.add(subscription);
        tell(subscription, (listener) => listener.onRefused?.('full'));
      }
    }
  }

  #ask(subscription: Subscription) {
    const { channel, params } = subscription;
    // A new id on each socket, so that a late frame of an old one finds no listener.
    const id = `${channel}-${this.#nextId}`;
    this.#nextId += 1;
    const live: Live = { subscription, state: 'asked', timer: null };
    this.#live.set(id, live);
    this.#options.send({ type: 'connect', body: { channel, id, params, pong: true } });
    return { id, live };
  }

  #watch(live: Live): void {
    live.timer = this.#options.clock.setTimeout(() => {
      live.timer = null;
      live.state = 'silent';
      tell(live.subscription, (listener) => listener.onRefused?.('refused'));
      this.#askForWaiting();
    }, connectionTimes.subscription);
  }

  /** Those that the server refused take no room. */
  #used(): number {
    return [...this.#live.values()].filter(({ state }) => state !== 'silent').length;
  }

  #find(channel: ChannelName): Subscription | undefined {
    const all = [...this.#wanted, ...[...this.#live.values()].map((live) => live.subscription)];
    return all.find((subscription) => subscription.channel === channel);
  }

  #liveOf(subscription: Subscription): [id: string, live: Live] | undefined {
    return [...this.#live].find(([, live]) => live.subscription === subscription);
  }
}

/** Those who are told may stop listening, or have others listen too. */
function tell(subscription: Subscription, act: (listener: ChannelListener) => void): void {
  for (const listener of [...subscription.listeners]) {
    if (subscription.listeners.has(listener)) act(listener);
  }
}
