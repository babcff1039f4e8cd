import * as v from 'valibot';
import type { Log } from '../../log.ts';
import { parsedJson } from '../../parsed-json.ts';
import type { Backoff } from '../../streaming/backoff.ts';
import type { Clock } from '../../streaming/clock.ts';
import { type AttemptEnd, Connection, type ConnectionState } from '../../streaming/connection.ts';
import type { Pace } from '../../streaming/pace.ts';
import type { OpenSocket } from '../../streaming/socket.ts';
import type { Verdict } from '../../streaming/verdict.ts';
import { channelFrameSchema, connectedFrameSchema, frameSchema } from '../api/schemas.ts';
import { type CaptureHandle, type CaptureListener, Captures } from './captures.ts';
import type { ChannelName } from './channels.ts';
import type { MisskeyLink } from './link.ts';
import {
  type ChannelHandle,
  type ChannelListener,
  type Greeting,
  Subscriptions,
} from './subscriptions.ts';

export interface MisskeyStreamOptions {
  readonly clock: Clock;
  readonly backoff: Backoff;
  readonly openSocket: OpenSocket;
  /** See `ConnectionOptions.pace`. */
  readonly pace?: Pace;
  readonly log: Log;
  readonly judge: (end: AttemptEnd) => Promise<Verdict>;
  readonly onState: (state: ConnectionState) => void;
  readonly greeting: Greeting;
  /**
   * Something that the server tells everybody (`emojiAdded`, `announcementCreated`, …; PROTOCOL §2), of
   * whatever type; `body` is as the server sent it.
   */
  readonly onBroadcast: (type: string, body: unknown) => void;
}

/**
 * The streaming protocol over a connection that stays up: the greeting, which decides whether the
 * stream is online, and any other channels, connected again on each new socket.
 */
export class MisskeyStream implements MisskeyLink {
  readonly #options: MisskeyStreamOptions;
  readonly #connection: Connection;
  readonly #subscriptions: Subscriptions;
  readonly #captures: Captures;
  #greetingId = '';
  #brokenFrames = 0;

  constructor(options: MisskeyStreamOptions) {
    this.#options = options;
    const { clock, greeting } = options;
    const send = (frame: unknown) => void this.#connection.send(JSON.stringify(frame));
    this.#subscriptions = new Subscriptions({ clock, greeting, send });
    this.#captures = new Captures({ clock, send });
    this.#connection = new Connection({
      clock,
      backoff: options.backoff,
      openSocket: options.openSocket,
      ...(options.pace === undefined ? {} : { pace: options.pace }),
      judge: options.judge,
      onOpen: () => {
        this.#greetingId = this.#subscriptions.greet();
      },
      onMessage: (text) => this.#onText(text),
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
    this.#captures.stop();
  }

  /** See `Connection.nudge`. */
  nudge(): void {
    this.#connection.nudge();
  }

  /** See `Connection.reconnect`. */
  reconnect(): void {
    this.#connection.reconnect();
  }

  /** Connects a channel now, and again on every new socket, until the handle is disconnected (see `Subscriptions`). */
  connect(
    channel: ChannelName,
    params: Readonly<Record<string, unknown>>,
    listener: ChannelListener,
  ): ChannelHandle {
    return this.#subscriptions.connect(channel, params, listener);
  }

  /** Captures a note: its changes are told until the handle is released (see `Captures`). */
  capture(noteId: string, listener: CaptureListener): CaptureHandle {
    return this.#captures.capture(noteId, listener);
  }

  #onText(text: string): void {
    const frame = parsedJson(frameSchema, text);
    if (frame === null) {
      this.#countBroken();
      return;
    }
    if (frame.type === 'channel') this.#onChannelFrame(frame.body);
    else if (frame.type === 'connected') this.#onConnected(frame.body);
    else if (frame.type === 'noteUpdated') this.#onNoteUpdated(frame.body);
    else this.#options.onBroadcast(frame.type, frame.body);
  }

  #onConnected(body: unknown): void {
    const parsed = v.safeParse(connectedFrameSchema, body);
    if (!parsed.success) {
      this.#countBroken();
      return;
    }
    const { id } = parsed.output;
    if (id !== this.#greetingId) {
      this.#subscriptions.onConnected(id);
      return;
    }
    if (this.state?.name !== 'subscribing') return;
    this.#connection.acknowledge();
    // Those who are told may stop the stream: then there is no such socket any more.
    if (id === this.#greetingId) this.#subscriptions.online(id);
    if (id === this.#greetingId) this.#captures.online();
  }

  #onChannelFrame(body: unknown): void {
    const parsed = v.safeParse(channelFrameSchema, body);
    if (!parsed.success) {
      this.#countBroken();
      return;
    }
    const { id, type, body: event } = parsed.output;
    this.#subscriptions.onEvent(id, type, event);
  }

  #onNoteUpdated(body: unknown): void {
    if (!this.#captures.onFrame(body)) this.#countBroken();
  }

  #forgetSocket(): void {
    this.#subscriptions.offline();
    this.#captures.offline();
    this.#greetingId = '';
  }

  #countBroken(): void {
    this.#brokenFrames += 1;
    // The first tells that it happens; the rest only count, so that a flood does not fill the log.
    if (this.#brokenFrames === 1 || this.#brokenFrames % 1_000 === 0) {
      this.#options.log.warn('stream: a frame could not be read', { count: this.#brokenFrames });
    }
  }
}
