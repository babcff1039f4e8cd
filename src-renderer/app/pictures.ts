import { createEffect, on } from 'solid-js';
import { useApp } from './context.ts';

/**
 * Calls back when pictures that could not be had may be had now: a time to save is over, or an account
 * or a feed came online.
 */
export function whenPicturesLoadAgain(callback: () => void): void {
  const app = useApp();
  const online = () =>
    [...app.state.accounts, ...app.state.feeds].filter(({ state }) => state === 'online').length;
  createEffect(
    on(online, (now, before = now) => {
      if (now > before) callback();
    }),
  );
  createEffect(
    on(
      () => app.state.network.saving,
      (saving) => {
        if (saving === null) callback();
      },
      { defer: true },
    ),
  );
}
