import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { CallAnswer, FeedId } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';

/** Adding a feed, as a form goes through it. */
export interface Adding {
  readonly isBusy: () => boolean;
  /** What the main process says against what was typed; empty = nothing. */
  readonly error: () => string;
  /** Asks for the feed and opens it once it is there. */
  readonly add: (ask: () => Promise<CallAnswer<FeedId>>) => Promise<void>;
}

/** @param onAdded called when the feed is made: what was typed is not needed any more */
export function useAdding(onAdded: () => void): Adding {
  const app = useApp();
  const [isAsking, setAsking] = createSignal(false);
  const [error, setError] = createSignal('');
  const [made, setMade] = createSignal<FeedId | null>(null);
  let isLeft = false;
  onCleanup(() => {
    isLeft = true;
  });
  // The feed comes with the patches, which are told apart from the answer.
  createEffect(() => {
    const id = made();
    if (id === null || !app.state.feeds.some((feed) => feed.id === id)) return;
    onAdded();
    app.nav.showFeed({ kind: 'feed', id });
  });
  return {
    isBusy: () => isAsking() || made() !== null,
    error,
    add: async (ask) => {
      if (isAsking() || made() !== null) return;
      setError('');
      setAsking(true);
      const answer = await ask();
      setAsking(false);
      if (!answer.ok) setError(answer.error || app.m().app.callFailed);
      // Whoever left meanwhile is not led back.
      else if (isLeft) onAdded();
      else setMade(answer.data);
    },
  };
}
