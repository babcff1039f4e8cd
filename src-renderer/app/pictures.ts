import { createEffect, on } from 'solid-js';
import { useApp } from './context.ts';

/**
 * Calls back when pictures that could not be had may be had now: a time to save is over, or the reader
 * wants them all the same.
 */
export function whenPicturesLoadAgain(callback: () => void): void {
  const app = useApp();
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
