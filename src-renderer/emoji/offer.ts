import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { AccountId, EmojiCatalogue } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import type { Choice, Offer } from './choices.ts';
import type { UnicodeEmoji } from './tables.ts';
import { loadUnicode } from './unicode.ts';

/** What the picker offers, as it is loaded, and the pinned ones as the reader changes them. */
export interface LoadedOffer {
  /** Null while it loads. */
  readonly ready: Accessor<Offer | null>;
  /** Why there is nothing to choose from; null while there is. */
  readonly error: Accessor<string | null>;
  /** Loads it (again). */
  readonly load: () => void;
  readonly isPinned: (choice: Choice) => boolean;
  readonly togglePin: (choice: Choice | null) => void;
}

/** Loads the emojis of an account's server and those of Unicode. To be called within an owner. */
export function createOffer(wanted: {
  readonly accountId: AccountId;
  readonly sensitive: boolean;
}): LoadedOffer {
  const app = useApp();
  const [catalogue, setCatalogue] = createSignal<EmojiCatalogue | null>(null);
  const [unicode, setUnicode] = createSignal<readonly UnicodeEmoji[] | null>(null);
  const [error, setError] = createSignal<string | null>(null);
  let isOver = false;
  onCleanup(() => {
    isOver = true;
  });

  const load = async () => {
    setError(null);
    const [answer, emojis] = await Promise.all([
      app.actions.loadEmojis(wanted.accountId),
      loadUnicode(app.locale()),
    ]);
    if (isOver) return;
    setUnicode(emojis);
    if (answer.ok) setCatalogue(answer.data);
    else setError(answer.error || app.m().app.callFailed);
  };
  void load();

  const pinned = createMemo(() => new Set(catalogue()?.pinned));
  return {
    ready: createMemo(() => {
      const [own, general] = [catalogue(), unicode()];
      if (own === null || general === null) return null;
      return { catalogue: own, unicode: general, sensitive: wanted.sensitive };
    }),
    error,
    load: () => void load(),
    isPinned: ({ text }) => pinned().has(text),
    togglePin: (choice) => {
      const known = catalogue();
      if (choice === null || known === null) return;
      const { text } = choice;
      const next = pinned().has(text)
        ? known.pinned.filter((other) => other !== text)
        : [...known.pinned, text];
      setCatalogue({ ...known, pinned: next });
      void app.actions.pinEmojis(wanted.accountId, next);
    },
  };
}
