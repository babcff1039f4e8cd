import type { Clock } from '../../streaming/clock.ts';
import type { SignInState } from '../sign-in/sign-in.ts';

/** For so long (ms) after a sign-in has ended its traces may still come in. */
const lingersMs = 60_000;

/**
 * Knows which `createToken` is Suzu's own doing: signing in raises one on the account (PROTOCOL §0.17).
 * One sign-in explains one of them; a second one is somebody else's.
 */
export class OwnSignIns {
  readonly #clock: Clock;
  /** Until when (ms since the epoch) the one of a server is expected, by its origin. */
  readonly #expected = new Map<string, number>();
  #waitingFor: string | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Follows the sign-in from state to state. */
  follow(state: SignInState): void {
    const before = this.#waitingFor;
    this.#waitingFor = null;
    if (state.phase === 'waiting') {
      this.#waitingFor = state.server.origin;
      if (before !== state.server.origin) {
        this.#expected.set(state.server.origin, state.expiresAt + lingersMs);
      }
    } else if (before !== null && this.#expected.has(before)) {
      this.#expected.set(before, this.#clock.now() + lingersMs);
    }
  }

  /** Whether a `createToken` of this server is explained by a sign-in; the next one is not. */
  take(origin: string): boolean {
    const until = this.#expected.get(origin);
    this.#expected.delete(origin);
    return until !== undefined && this.#clock.now() <= until;
  }
}
