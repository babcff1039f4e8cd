import type { Rules } from '../settings/settings.ts';
import type { Clock, Timer } from '../streaming/clock.ts';
import type { DesktopState } from './desktop-state.ts';
import { type LocalTime, quietMinutesLeft } from './rules/quiet-hours.ts';
import { type DecisionReason, holdReason, type Moment } from './rules.ts';

export interface HoldsOptions {
  readonly clock: Clock;
  /** What the user's clock shows at a moment (milliseconds since the epoch). */
  readonly localTime: (now: number) => LocalTime;
  readonly rules: () => Rules;
  readonly desktop: () => DesktopState;
  /** Nothing holds toasts back; also called where nothing did before. */
  readonly onFree: () => void;
  /** The pause began, moved or ended. */
  readonly onPause: (until: number | null) => void;
}

const minuteMs = 60_000;
/**
 * The longest wait (ms) before it is looked again, however far the end is: the clock on the wall may be put
 * forward meanwhile, by daylight saving time, by a journey, or by hand.
 */
const longestWaitMs = 10 * minuteMs;

/** Knows what holds toasts back, and tells when nothing does any more. */
export class Holds {
  readonly #options: HoldsOptions;
  #pausedUntil: number | null = null;
  #timer: Timer | null = null;

  constructor(options: HoldsOptions) {
    this.#options = options;
  }

  /** Milliseconds since the epoch; null = not paused. */
  get pausedUntil(): number | null {
    return this.#pausedUntil;
  }

  /** What stands around all notices now. */
  moment(): Moment {
    const { clock, localTime, desktop } = this.#options;
    const now = clock.now();
    return {
      now,
      localTime: localTime(now),
      pausedUntil: this.#pausedUntil,
      desktop: desktop(),
    };
  }

  /** What holds toasts back now; null = nothing. */
  reason(): DecisionReason | null {
    return holdReason(this.#options.rules(), this.moment());
  }

  /** @param until milliseconds since the epoch; null ends the pause. */
  pauseUntil(until: number | null): void {
    const { clock, onPause } = this.#options;
    this.#pausedUntil = until !== null && until > clock.now() ? until : null;
    this.check();
    onPause(this.#pausedUntil);
  }

  /**
   * Looks again. To be called whenever something happens at all: a timer stands still while the computer
   * sleeps, and somebody may set the clock.
   */
  check(): void {
    const { clock, onFree } = this.#options;
    if (this.#pausedUntil !== null && this.#pausedUntil <= clock.now()) {
      this.pauseUntil(null);
      return;
    }
    this.#waitForEnd();
    if (this.reason() === null) onFree();
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #waitForEnd(): void {
    const { clock } = this.#options;
    this.stop();
    const ends = [this.#pauseMs(), this.#quietMs()].filter((ms) => ms !== null);
    if (ends.length === 0) return;
    // Something may still hold then, and is waited for anew.
    const wait = Math.min(...ends, longestWaitMs);
    this.#timer = clock.setTimeout(() => this.check(), wait);
  }

  #pauseMs(): number | null {
    return this.#pausedUntil === null ? null : this.#pausedUntil - this.#options.clock.now();
  }

  #quietMs(): number | null {
    const { clock, localTime, rules } = this.#options;
    const now = clock.now();
    const left = quietMinutesLeft(rules().quietHours, localTime(now));
    // Minutes are counted from the beginning of this one.
    return left === null || left === 0 ? null : left * minuteMs - (now % minuteMs);
  }
}
