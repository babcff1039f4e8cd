import * as v from 'valibot';
import type { Clock, Timer } from '../../streaming/clock.ts';
import type { MisskeyApi } from '../api/api.ts';
import type { UntilDone } from '../api/until-done.ts';

/** Reading on within this time (ms) is told at once. */
const settleMs = 1_000;
/** The server's own word of what it was told here comes within this time (ms). */
const echoMs = 10_000;

export interface ReadBackOptions {
  readonly api: MisskeyApi;
  readonly clock: Clock;
  readonly untilDone: UntilDone;
  /** Whether no notification is unread here; while one is, nothing is told. */
  readonly hasReadAll: () => boolean;
}

/**
 * Tells the server that everything was read here. Reading there is all or nothing (PROTOCOL §7), so it is
 * told only while nothing is unread here and nothing can be missing: never what nobody has seen.
 */
export class ReadBack {
  readonly #options: ReadBackOptions;
  #isUpToDate = false;
  #isWanted = false;
  #settling: Timer | null = null;
  #echoUntil = 0;

  constructor(options: ReadBackOptions) {
    this.#options = options;
  }

  /** The user has read everything here. Told soon, or once nothing is missing. */
  tell(): void {
    this.#isWanted = true;
    if (!this.#isUpToDate) return;
    this.#settling?.cancel();
    this.#settling = this.#options.clock.setTimeout(() => this.#send(), settleMs);
  }

  /**
   * Nothing is missing at this moment.
   * @param isLive whether nothing will be from now on, either; without a stream, now is the time to tell.
   */
  onCaughtUp(isLive: boolean): void {
    this.#isUpToDate = isLive;
    if (!this.#isWanted) return;
    if (isLive) this.tell();
    else this.#send();
  }

  /** What happens from now on is missing. */
  onDisconnected(): void {
    this.#isUpToDate = false;
    this.#settling?.cancel();
    this.#settling = null;
    this.#options.untilDone.stop();
  }

  /**
   * Whether a `readAllNotifications` is the server's word of what it was told here: what came meanwhile
   * was not read by anybody.
   */
  takeEcho(): boolean {
    const isEcho = this.#options.clock.now() < this.#echoUntil;
    this.#echoUntil = 0;
    return isEcho;
  }

  #send(): void {
    const { api, clock, untilDone, hasReadAll } = this.#options;
    untilDone.start(async () => {
      // Something came after the reading: the next reading tells.
      this.#isWanted = hasReadAll();
      if (!this.#isWanted) return;
      this.#echoUntil = clock.now() + echoMs;
      await api.call('notifications/mark-all-as-read', {}, v.unknown());
      this.#isWanted = false;
    });
  }
}
