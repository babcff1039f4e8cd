import type { Place } from '../../src-main/ipc/contract.ts';
import { timelineId } from './refs.ts';

/** What the main process wants changed: only what it moved itself. */
export type Move = Partial<Pick<Place, 'view' | 'accountId'>>;

/** Waits before doing something; the returned function gives it up. Times in ms. */
export type Later = (act: () => void, delay: number) => () => void;

/** How long the reader must rest before a new scroll position is told, in ms. */
const rest = 300;

/**
 * Keeps the reader's place the same on both sides. The window tells where the reader went: another
 * view, account or column at once, a timeline's top left or reached too, a scroll position after a rest. What comes back is followed only where the
 * main process moved the reader itself: it repeats the place with every change of an account, and such
 * an echo can be older than the reader's last step.
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

  /** The place came from the main process; gives back where it wants the reader to go. */
  received(place: Place): Move {
    const known = [this.#known, this.#told ?? this.#known];
    this.#known = place;
    return {
      ...(known.every(({ view }) => view !== place.view) && { view: place.view }),
      ...(known.every(({ accountId }) => accountId !== place.accountId) && {
        accountId: place.accountId,
      }),
    };
  }
}

/** Those in which the reader is further down, in no order. */
function timelinesRead({ anchors }: Place): string {
  return JSON.stringify(anchors.timelines.map(timelineId).sort());
}

function isSame(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
