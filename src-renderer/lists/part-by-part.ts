import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

/** Items made at once: more than a tall window shows, few enough to be there in a moment. */
const firstPart = 30;
/** Items made in one go while the window has nothing better to do. */
const nextPart = 20;
/** How long a part waits for a quiet moment at most, in ms. */
const patience = 200;

/** The items of a list that are on the page already. */
export interface Parts<T> {
  readonly shown: Accessor<readonly T[]>;
  readonly isWhole: Accessor<boolean>;
  /** Makes all that is left, now. */
  readonly finish: () => void;
}

/**
 * Brings a long list onto the page part by part, from the top, so that the window shows at once.
 *
 * @param begin the index of the item that the reader sees first
 */
export function createParts<T>(items: Accessor<readonly T[]>, begin: number): Parts<T> {
  const [limit, setLimit] = createSignal(Math.max(begin, 0) + firstPart);
  const isWhole = createMemo(() => limit() >= items().length);

  createEffect(() => {
    if (isWhole()) return;
    const wanted = limit() + nextPart;
    const request = requestIdleCallback(() => setLimit(wanted), { timeout: patience });
    onCleanup(() => cancelIdleCallback(request));
  });

  return {
    shown: createMemo(() => (isWhole() ? items() : items().slice(0, limit()))),
    isWhole,
    finish: () => setLimit(items().length),
  };
}
