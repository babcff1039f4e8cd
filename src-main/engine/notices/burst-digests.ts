import type { Clock, Timer } from '../streaming/clock.ts';
import type { Notice } from './notice.ts';

/** A burst is told once nothing more of it came for so long (ms) … */
const calmMs = 2_000;
/** … but no later than this after the first that nobody told of yet (ms). */
const patienceMs = 10_000;
/** After so long without another (ms), the next one begins a burst of its own. */
const overAfterMs = 60_000;
/** Notices of a burst that are held, so that what it costs is bounded; all are counted. */
const mostHeld = 100;

/** What is told of a burst in one toast. */
export interface Burst {
  readonly accountId: string;
  /** The id of its toast, for as long as that stands and the burst goes on. */
  readonly toastId: string;
  /** Those that came since it was told last, newest first, as far as they are held; never empty. */
  readonly fresh: readonly Notice[];
  /** How many its toast tells of, with those that it told of before. */
  readonly count: number;
  /** The one that the toast is to be heard with; null = none, also where the burst was heard already. */
  readonly sounding: Notice | null;
}

interface Gathering {
  readonly accountId: string;
  /** Null while no toast of it stands. */
  toastId: string | null;
  /** How many the toast that stands tells of. */
  told: number;
  fresh: Notice[];
  freshCount: number;
  sounding: Notice | null;
  wasHeard: boolean;
  /** When the first and the last came that were not told (`Clock.monotonic`). */
  firstAt: number;
  lastAt: number;
  timer: Timer | null;
}

/** Gathers what feeds send beyond what rings one by one, and says when it is time for a toast of it. */
export class BurstDigests {
  readonly #clock: Clock;
  readonly #onDue: (burst: Burst) => boolean;
  /** By what is told together. */
  readonly #gatherings = new Map<string, Gathering>();

  /** @param onDue is to tell of a burst; returns whether a toast with the burst's id stands then. */
  constructor(clock: Clock, onDue: (burst: Burst) => boolean) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** One more that is not shown by itself. `key`: what is told together. */
  add(key: string, notice: Notice, sounds: boolean): void {
    const now = this.#clock.monotonic();
    const gathering = this.#goingOn(key, now) ?? this.#begin(key, notice.accountId);
    if (gathering.freshCount === 0) gathering.firstAt = now;
    gathering.lastAt = now;
    gathering.fresh.push(notice);
    if (gathering.fresh.length > mostHeld) gathering.fresh.shift();
    gathering.freshCount += 1;
    if (sounds) gathering.sounding = notice;
    if (gathering.timer === null) this.#wait(gathering);
  }

  /** The desktop said that a toast is there no more: what comes next is counted anew. */
  gone(toastId: string): void {
    for (const gathering of this.#gatherings.values()) {
      if (gathering.toastId !== toastId) continue;
      gathering.toastId = null;
      gathering.told = 0;
    }
  }

  /** All of an account or feed was read, or is gone. */
  drop(accountId: string): void {
    for (const [key, gathering] of this.#gatherings) {
      if (gathering.accountId === accountId) this.#end(key, gathering);
    }
  }

  /** Nothing runs after this. */
  stop(): void {
    for (const [key, gathering] of this.#gatherings) this.#end(key, gathering);
  }

  #goingOn(key: string, now: number): Gathering | null {
    const gathering = this.#gatherings.get(key);
    if (gathering === undefined) return null;
    if (gathering.freshCount > 0 || now - gathering.lastAt < overAfterMs) return gathering;
    this.#end(key, gathering);
    return null;
  }

  #begin(key: string, accountId: string): Gathering {
    const gathering: Gathering = {
      accountId,
      toastId: null,
      told: 0,
      fresh: [],
      freshCount: 0,
      sounding: null,
      wasHeard: false,
      firstAt: 0,
      lastAt: 0,
      timer: null,
    };
    this.#gatherings.set(key, gathering);
    return gathering;
  }

  #wait(gathering: Gathering): void {
    const due = Math.min(gathering.lastAt + calmMs, gathering.firstAt + patienceMs);
    const now = this.#clock.monotonic();
    if (now >= due) {
      gathering.timer = null;
      this.#tell(gathering);
    } else {
      gathering.timer = this.#clock.setTimeout(() => this.#wait(gathering), due - now);
    }
  }

  #tell(gathering: Gathering): void {
    const { accountId, fresh, wasHeard, sounding } = gathering;
    const [first] = fresh;
    if (first === undefined) return;
    const count = gathering.told + gathering.freshCount;
    const toastId = gathering.toastId ?? `${accountId}/digest/${first.sourceId}`;
    gathering.fresh = [];
    gathering.freshCount = 0;
    gathering.sounding = null;
    const stands = this.#onDue({
      accountId,
      toastId,
      fresh: fresh.toReversed(),
      count,
      sounding: wasHeard ? null : sounding,
    });
    gathering.toastId = stands ? toastId : null;
    gathering.told = stands ? count : 0;
    if (stands && sounding !== null) gathering.wasHeard = true;
  }

  #end(key: string, gathering: Gathering): void {
    gathering.timer?.cancel();
    this.#gatherings.delete(key);
  }
}
