import type { Log } from '../../log.ts';
import { createBackoff } from '../../streaming/backoff.ts';
import type { Clock, Timer } from '../../streaming/clock.ts';
import { ApiError } from './api.ts';

/**
 * Runs a task that must succeed once after each connect, again and again with growing delays until it
 * does, is stopped, or is told that trying on is of no use. A new run ends the one before.
 */
export class UntilDone {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #log: Log;
  readonly #name: string;
  #timer: Timer | null = null;
  #run = 0;

  constructor(name: string, clock: Clock, random: () => number, log: Log) {
    this.#name = name;
    this.#clock = clock;
    this.#random = random;
    this.#log = log;
  }

  /** `task` gets a function that tells whether its result is still wanted. */
  start(task: (wanted: () => boolean) => Promise<void>): void {
    this.stop();
    const run = this.#run;
    const wanted = () => run === this.#run;
    const backoff = createBackoff({ random: this.#random });
    const attempt = async () => {
      try {
        await task(wanted);
      } catch (error) {
        if (!wanted()) return;
        if (!(error instanceof ApiError)) throw error;
        this.#log.warn(`${this.#name} failed`, { error: error.message });
        if (isFinal(error)) return;
        const delay = Math.max(backoff.next(), error.retryAfterMs ?? 0);
        this.#timer = this.#clock.setTimeout(attempt, delay);
      }
    };
    void attempt();
  }

  stop(): void {
    this.#run += 1;
    this.#timer?.cancel();
    this.#timer = null;
  }
}

/** The same request will fail the same way until the user does something. */
function isFinal({ kind }: ApiError): boolean {
  return ['token-invalid', 'permission-denied', 'suspended', 'rejected'].includes(kind);
}
