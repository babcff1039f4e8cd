import type { Clock, Timer } from '../engine/streaming/clock.ts';
import type { Patch, TimelineRef } from './contract.ts';

/** While patches keep coming, a batch leaves this often (ms): quicker than an eye. */
const batchEveryMs = 50;
/**
 * A batch keeps the next one waiting so long (ms) for each of its patches: above some 60 a second the
 * batches become larger and rarer, because the window has to lay out its lists anew for each.
 */
const msPerPatch = 15;
/** No batch waits longer (ms). */
const mostPauseMs = 400;

/**
 * Sends patches to the window, in order: the first at once when nothing was sent for a while, those
 * that follow in batches, rarer ones the more they carry. What a timeline's reset or close makes
 * needless is left out.
 */
export class PatchQueue {
  readonly #clock: Clock;
  readonly #send: (patches: readonly Patch[]) => void;
  #waiting: Patch[] = [];
  #sentAt = Number.NEGATIVE_INFINITY;
  /** Set while it is too early for the next batch. */
  #pause: Timer | null = null;

  constructor(clock: Clock, send: (patches: readonly Patch[]) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  push(patch: Patch): void {
    if (isWhole(patch)) {
      this.#waiting = this.#waiting.filter((before) => !isReplacedBy(before, patch));
    }
    this.#waiting.push(patch);
    if (this.#pause === null) this.#flush();
    else if (!comesInFloods(patch)) this.#hurry();
  }

  /** Drops what was not sent yet: the snapshot that is about to be made has it, or nobody is left to tell. */
  clear(): void {
    this.#waiting = [];
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#sentAt = this.#clock.monotonic();
    this.#wait(Math.min(mostPauseMs, Math.max(batchEveryMs, batch.length * msPerPatch)));
    this.#send(batch);
  }

  /** Somebody may wait for it: a flood of other things does not hold it up. */
  #hurry(): void {
    this.#pause?.cancel();
    this.#wait(Math.max(0, this.#sentAt + batchEveryMs - this.#clock.monotonic()));
  }

  #wait(ms: number): void {
    this.#pause = this.#clock.setTimeout(() => {
      this.#pause = null;
      if (this.#waiting.length > 0) this.#flush();
    }, ms);
  }
}

/** Whether strangers alone decide how often such patches come. */
function comesInFloods({ kind }: Patch): boolean {
  return kind === 'timeline-insert' || kind === 'note-update' || kind === 'note-remove';
}

type WholePatch = Extract<Patch, { readonly kind: 'timeline-reset' | 'timeline-close' }>;

/** Whether the patch brings a timeline whole, or takes it away. */
function isWhole(patch: Patch): patch is WholePatch {
  return patch.kind === 'timeline-reset' || patch.kind === 'timeline-close';
}

/** Whether a later patch makes an earlier one needless: what it changed comes whole, or goes. */
function isReplacedBy(before: Patch, after: WholePatch): boolean {
  const timeline = timelineOf(before);
  const { accountId, key } = after.timeline;
  return timeline !== null && timeline.accountId === accountId && timeline.key === key;
}

function timelineOf(patch: Patch): TimelineRef | null {
  switch (patch.kind) {
    case 'timeline-reset':
    case 'timeline-close':
    case 'timeline-insert':
    case 'timeline-behind':
    case 'timeline-older':
      return patch.timeline;
    default:
      return null;
  }
}
