interface Turn {
  /** Null = nothing to wait for. */
  readonly ready: Promise<void> | null;
  readonly run: () => void;
}

/** Does things one after another, each as soon as it is ready and all before it are done. */
export class Turns {
  #waiting: Turn[] = [];

  /**
   * Runs at once where nothing has to be waited for.
   * @param ready what to wait for, whether it succeeds or fails; null = nothing
   */
  take(ready: Promise<void> | null, run: () => void): void {
    if (ready === null && this.#waiting.length === 0) {
      run();
      return;
    }
    // A failure must hold up neither this one nor all that come after it.
    this.#waiting.push({ ready: ready?.catch(() => undefined) ?? null, run });
    if (this.#waiting.length === 1) void this.#next();
  }

  /** What waits is never run. */
  drop(): void {
    this.#waiting = [];
  }

  async #next(): Promise<void> {
    const [turn] = this.#waiting;
    if (turn === undefined) return;
    await turn.ready;
    if (this.#waiting[0] !== turn) return;
    try {
      turn.run();
    } finally {
      // Only now, so that what `run` takes stands behind what waits already.
      if (this.#waiting[0] === turn) this.#waiting.shift();
      void this.#next();
    }
  }
}
