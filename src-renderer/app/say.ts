import { type Accessor, createSignal } from 'solid-js';

/** A sentence about what was just done, or why it was not. */
export interface Said {
  readonly kind: 'done' | 'failure';
  readonly sentence: string;
  /** Takes back what was done, where that is cheap. */
  readonly undo?: () => void;
}

/** Tells the reader, in place of what was told before. */
export type Say = (said: Said) => void;

/** How long a sentence is shown, in ms. */
const shown: Readonly<Record<Said['kind'], number>> = { done: 6_000, failure: 10_000 };

/** What the window has to say at the moment; it goes away by itself. */
export function createSaying(): {
  readonly said: Accessor<Said | null>;
  readonly say: Say;
  readonly dismiss: () => void;
} {
  const [said, setSaid] = createSignal<Said | null>(null);
  let forget: ReturnType<typeof setTimeout> | undefined;
  const dismiss = () => {
    clearTimeout(forget);
    setSaid(null);
  };
  return {
    said,
    say: (next) => {
      clearTimeout(forget);
      setSaid(next);
      forget = setTimeout(dismiss, shown[next.kind]);
    },
    dismiss,
  };
}
