import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** How far from the screen an item gets its content: about a screen and a half. */
const margin = 900;
/** Items that keep their content at most; beyond that, those far from the screen give it back. */
const mostMade = 60;
/** How long the items off the screen that are made in one frame may take, in ms. */
const frameBudget = 5;

/** Which items of a list are near enough to the screen to have content. */
export interface Nearness {
  /**
   * Begins with an item, within its owner. `atOnce`: its content is wanted from the start, because the
   * observer tells a frame later.
   */
  readonly item: (atOnce: boolean) => NearItem;
}

export interface NearItem {
  readonly isNear: Accessor<boolean>;
  /** To be called with the item's element, which is on the page or soon will be. */
  readonly observe: (element: HTMLElement) => void;
}

/**
 * Watches the items of a scrolling list, so that only those near the screen cost more than an empty
 * frame: a timeline may bring hundreds of notes a second. An item that had content keeps it while
 * there are not too many of them, because the reader may have opened something in it.
 */
export function createNearness(root: () => HTMLElement | undefined): Nearness {
  const setters = new WeakMap<Element, (near: boolean) => void>();
  /** Near and off the screen, without content yet. */
  const waiting = new Set<Element>();
  let frame: number | null = null;
  /** Items with content, the one that was near longest ago first. */
  const made = new Set<Element>();
  const near = new Set<Element>();
  let observer: IntersectionObserver | null = null;

  const giveBack = () => {
    for (const element of made) {
      if (made.size <= mostMade) return;
      if (near.has(element) || element.contains(document.activeElement)) continue;
      made.delete(element);
      setters.get(element)?.(false);
    }
  };
  const make = (element: Element) => {
    waiting.delete(element);
    made.delete(element);
    made.add(element);
    setters.get(element)?.(true);
  };
  /** A few in each frame: made all at once they would hold up the one who scrolls. */
  const makeSome = () => {
    frame = null;
    const until = performance.now() + frameBudget;
    for (const element of waiting) {
      make(element);
      if (performance.now() > until) break;
    }
    giveBack();
    if (waiting.size > 0) makeSoon();
  };
  const makeSoon = () => {
    frame ??= requestAnimationFrame(makeSome);
  };
  const onChanges = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
      if (!isIntersecting) {
        near.delete(target);
        waiting.delete(target);
        continue;
      }
      near.add(target);
      if (made.has(target) || isOnScreen(boundingClientRect, rootBounds)) make(target);
      else waiting.add(target);
    }
    giveBack();
    if (waiting.size > 0) makeSoon();
  };
  onCleanup(() => {
    observer?.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
  });

  return {
    item(atOnce) {
      const [isNear, setNear] = createSignal(atOnce);
      return {
        isNear,
        observe(element) {
          setters.set(element, setNear);
          if (atOnce) made.add(element);
          let isGone = false;
          // The scroller is on the page only after its first items were made.
          queueMicrotask(() => {
            observer ??= new IntersectionObserver(onChanges, {
              root: root() ?? null,
              rootMargin: `${margin}px 0px`,
            });
            if (!isGone) observer.observe(element);
          });
          onCleanup(() => {
            isGone = true;
            setters.delete(element);
            made.delete(element);
            near.delete(element);
            waiting.delete(element);
            observer?.unobserve(element);
          });
        },
      };
    },
  };
}

/** @param area the list's, with the margin above and below it; null where the browser does not say. */
function isOnScreen(item: DOMRectReadOnly, area: DOMRectReadOnly | null): boolean {
  return area === null || (item.bottom > area.top + margin && item.top < area.bottom - margin);
}
