import { setTimeout as delay } from 'node:timers/promises';

const defaultPatience = 30_000;

/** What happened, in order, for tests to look at or to wait for. */
export class Recording<T> {
  readonly #what: string;
  readonly #all: T[] = [];
  readonly #listeners = new Set<(item: T) => void>();

  /** `what` names the items in the error of a wait that was in vain, for example `trace line`. */
  constructor(what: string) {
    this.#what = what;
  }

  /** Everything so far. A live view: it grows. */
  get all(): readonly T[] {
    return this.#all;
  }

  add(item: T): void {
    this.#all.push(item);
    for (const listener of [...this.#listeners]) listener(item);
  }

  /** Replaces the item at `index`, whose parts became known one after the other. */
  amend(index: number, change: (item: T) => T): void {
    const item = this.#all[index];
    if (item === undefined) return;
    const next = change(item);
    this.#all[index] = next;
    for (const listener of [...this.#listeners]) listener(next);
  }

  /**
   * The first item that fits, of those already there or to come. Rejects after `timeoutMs` with what
   * there was instead.
   */
  async waitFor(fits: (item: T) => boolean, timeoutMs = defaultPatience): Promise<T> {
    const there = this.#all.find(fits);
    if (there !== undefined) return there;
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#listeners.delete(listen);
      };
      const listen = (item: T) => {
        if (!fits(item)) return;
        stop();
        resolve(item);
      };
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(`no fitting ${this.#what} in ${timeoutMs} ms; there was: ${this.#tail()}`),
        );
      }, timeoutMs);
      this.#listeners.add(listen);
    });
  }

  #tail(): string {
    const lines = this.#all.slice(-20).map((item) => JSON.stringify(item).slice(0, 300));
    return lines.length === 0 ? 'nothing' : `\n${lines.join('\n')}`;
  }
}

/**
 * Asks again and again until the answer is not undefined, for what the desktop has no signal for.
 * Rejects after `timeoutMs`, naming `what`.
 */
export async function poll<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  timeoutMs = defaultPatience,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`no ${what} in ${timeoutMs} ms`);
    await delay(50);
  }
}
