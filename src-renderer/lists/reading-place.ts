import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { Anchor } from '../../src-main/ipc/contract.ts';
import { countNew, type Dated, type SeenMark } from '../state/lists.ts';
import { anchorAt, type Extent, firstVisible, isSamePlace, scrollTopFor } from '../state/place.ts';

/** Frames until the items around a place that is taken up have their content and their height. */
const framesToSettle = 4;

/** A list as it lies on the screen. */
export interface ListLayout {
  /** Undefined until the list is on the page. */
  readonly scroller: () => HTMLElement | undefined;
  readonly element: (id: string) => HTMLElement | undefined;
}

export interface ReadingPlaceOptions {
  readonly items: Accessor<readonly Dated[]>;
  readonly layout: ListLayout;
  readonly visible: Accessor<boolean>;
  /** Where to begin; null = at the top. */
  readonly initial: Anchor | null;
  readonly onAnchor: (anchor: Anchor | null) => void;
}

/** Where the reader is in a list. */
export interface ReadingPlace {
  /** Nothing is scrolled out above: new items flow in. */
  readonly isAtTop: Accessor<boolean>;
  /** How many items came above what is read, since the reader was last at the top. */
  readonly unseen: Accessor<number>;
  /** The first item on the screen. */
  readonly firstShown: Accessor<string | null>;
  /** Its index, measured now; -1 in an empty list. */
  readonly firstIndex: () => number;
  /** To be called when the list has scrolled or was laid out anew. */
  readonly onMoved: () => void;
  readonly toTop: () => void;
}

/**
 * Keeps the place in a list: takes it up when the list is shown, tells it as the reader scrolls, and
 * knows what is new above it. While the list is shown and changes, the browser's scroll anchoring
 * holds the place; at the very top there is nothing to hold, and new items flow in.
 */
export function createReadingPlace(options: ReadingPlaceOptions): ReadingPlace {
  const { items, layout, visible, onAnchor } = options;
  const [anchor, setAnchor] = createSignal<Anchor | null>(options.initial);
  const [seen, setSeen] = createSignal<SeenMark | null>(null);
  const ids = createMemo(() => items().map(({ id }) => id));

  /** Exact to the fraction of a pixel, which `offsetTop` is not: a place taken up again must not creep. */
  const extentOf = (index: number): Extent => {
    const element = layout.element(ids()[index] ?? '');
    const scroller = layout.scroller();
    if (element === undefined || scroller === undefined) return { top: 0, height: 0 };
    const { top, height } = element.getBoundingClientRect();
    return { top: top - scroller.getBoundingClientRect().top + scroller.scrollTop, height };
  };

  const markSeen = () => {
    const newest = items()[0];
    if (newest !== undefined) setSeen({ id: newest.id, createdAt: newest.createdAt });
  };
  const arrive = (next: Anchor | null) => {
    setAnchor(next);
    if (next === null) markSeen();
    onAnchor(next);
  };

  /** Takes up the place; at the top where its item is gone. */
  const restore = () => {
    const scroller = layout.scroller();
    if (scroller === undefined) return;
    const kept = anchor();
    const index = kept === null ? -1 : ids().indexOf(kept.id);
    if (kept === null || index === -1) {
      scroller.scrollTop = 0;
      arrive(null);
      return;
    }
    if (seen() === null) markSeen();
    // Items off the screen have no true height until they were laid out once: all are, for a moment.
    scroller.classList.add('measuring');
    const takeUp = (frames: number) => {
      const at = ids().indexOf(kept.id);
      if (at !== -1) scroller.scrollTop = scrollTopFor(kept, extentOf(at).top);
      if (frames > 0 && at !== -1) requestAnimationFrame(() => takeUp(frames - 1));
      else scroller.classList.remove('measuring');
    };
    takeUp(framesToSettle);
  };

  createEffect(on(visible, (isVisible) => isVisible && restore()));
  createEffect(
    on(ids, () => visible() && anchor() === null && arrive(null), {
      defer: true,
    }),
  );

  return {
    isAtTop: () => anchor() === null,
    unseen: createMemo(() => (anchor() === null ? 0 : countNew(items(), seen()))),
    firstShown: createMemo(() => anchor()?.id ?? ids()[0] ?? null),
    firstIndex: () => firstVisible(ids().length, extentOf, layout.scroller()?.scrollTop ?? 0),
    onMoved: () => {
      const scroller = layout.scroller();
      if (scroller === undefined || !visible()) return;
      const next = anchorAt(ids(), extentOf, scroller.scrollTop);
      if (!isSamePlace(next, anchor())) arrive(next);
    },
    toTop: () => layout.scroller()?.scrollTo({ top: 0 }),
  };
}
