import { type Accessor, createEffect, onCleanup } from 'solid-js';
import type { TimelineRef } from '../../src-main/ipc/contract.ts';
import type { Actions } from './actions.ts';

export interface TimelinesInViewOptions {
  readonly actions: Pick<Actions, 'watchTimelines'>;
  readonly timelines: Accessor<readonly TimelineRef[]>;
}

/**
 * Tells the main process which timelines are in view, once a frame at most: these are connected, and
 * no others.
 */
export function tellTimelinesInView({ actions, timelines }: TimelinesInViewOptions): void {
  let told = '[]';
  const tell = () => {
    const now = timelines();
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    void actions.watchTimelines(now);
  };
  createEffect(() => {
    timelines();
    // A hidden window paints no frames.
    if (document.hidden) {
      tell();
      return;
    }
    const frame = requestAnimationFrame(tell);
    onCleanup(() => cancelAnimationFrame(frame));
  });
}
