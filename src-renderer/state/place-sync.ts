import type { Place } from '../../src-main/ipc/contract.ts';
import { timelineId } from './refs.ts';

/** Waits before doing something; the returned function gives it up. Times in ms. */
export type Later = (act: () => void, delay: number) => () => void;

/** How long the reader must rest before a new scroll position is told, in ms. */
const rest = 300;

/**
 * Tells the main process where the reader goes: another view, account or column at once, a timeline's
 * top left or reached too, a scroll position after a rest. While there is a window, it alone knows.
 */
export class PlaceSync {
  readonly #send: (place: Place) => Promise<unknown>;
  readonly #later: Later;
  /** The place as the main process knows it. */
  #known: Place;
  /** Where the reader is. */
  #current: Place;
  /** Told and not yet confirmed. */
  #told: Place | null = null;
  #cancel: (() => void) | null = null;

  constructor(initial: Place, send: (place: Place) => Promise<unknown>, later: Later) {
    this.#known = initial;
    this.#current = initial;
    this.#send = send;
    this.#later = later;
  }

  /** The reader is at `place` now. */
  moved(place: Place): void {
    const before = this.#current;
    this.#current = place;
    this.#cancel?.();
    this.#cancel = null;
    const isElsewhere = !isSame({ ...place, anchors: before.anchors }, before);
    if (isElsewhere || timelinesRead(place) !== timelinesRead(before)) this.flush();
    else this.#cancel = this.#later(() => this.flush(), rest);
  }

  /** Tells the place now, if it is news; for when the page goes away. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    const place = this.#current;
    if (isSame(place, this.#told ?? this.#known)) return;
    this.#told = place;
    const settled = (confirmed: boolean) => {
      if (confirmed) this.#known = place;
      if (this.#told === place) this.#told = null;
    };
    this.#send(place).then(
      () => settled(true),
      () => settled(false),
    );
  }
}

/** Those in which the reader is further down, in no order. */
function timelinesRead({ anchors }: Place): string {
  return JSON.stringify(anchors.timelines.map(timelineId).sort());
}

function isSame(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
