import type { Clock, Timer } from '../../streaming/clock.ts';

/** How long (ms) the `follow` of a `followRequestAccepted` is waited for; seen: 6 to 13 ms. */
const waitMs = 500;
/** How long (ms) a `follow` that came first is remembered, and how many of them. */
const rememberMs = 5_000;
const mostRemembered = 100;

interface Waiting {
  readonly userId: string;
  readonly settle: (wasAsked: boolean) => void;
  readonly timer: Timer;
}

/**
 * Tells the two meanings of `followRequestAccepted` apart. It also comes when the account simply
 * followed somebody (PROTOCOL §0.16), but the `follow` that comes with it says whether that person is
 * locked: only then was there a request to accept. The order of the two is not fixed (§4).
 */
export class FollowOutcomes {
  readonly #clock: Clock;
  readonly #seen = new Map<string, { readonly isLocked: boolean; readonly at: number }>();
  #waiting: readonly Waiting[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The account follows somebody from now on. */
  onFollow(userId: string, isLocked: boolean): void {
    this.#seen.delete(userId);
    this.#seen.set(userId, { isLocked, at: this.#clock.now() });
    for (const oldest of this.#seen.keys()) {
      if (this.#seen.size <= mostRemembered) break;
      this.#seen.delete(oldest);
    }
    this.#settle((one) => one.userId === userId, isLocked);
  }

  /** Calls back with whether a request was accepted: at once where it is known, or soon. */
  tell(userId: string, settle: (wasAsked: boolean) => void): void {
    const seen = this.#seen.get(userId);
    if (seen !== undefined && this.#clock.now() - seen.at <= rememberMs) {
      settle(seen.isLocked);
      return;
    }
    const timer = this.#clock.setTimeout(
      () => this.#settle((one) => one === waiting, false),
      waitMs,
    );
    const waiting: Waiting = { userId, settle, timer };
    this.#waiting = [...this.#waiting, waiting];
  }

  /** Nothing more will come: what waits is settled as it stands. */
  flush(): void {
    this.#settle(() => true, false);
  }

  #settle(which: (one: Waiting) => boolean, wasAsked: boolean): void {
    const settled = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((one) => !which(one));
    for (const { timer, settle } of settled) {
      timer.cancel();
      settle(wasAsked);
    }
  }
}
