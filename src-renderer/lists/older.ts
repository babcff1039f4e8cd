import { type Accessor, createSignal } from 'solid-js';
import type { CallResult } from '../../src-main/ipc/contract.ts';

/** Loading the items before the oldest one. */
export interface Older {
  readonly state: Accessor<'idle' | 'loading' | 'failed'>;
  /** What went wrong; empty where there is no sentence for it. */
  readonly error: Accessor<string>;
  /** Loads the next page, unless one is on its way. */
  readonly load: () => void;
  /** Loads on while the reader is near the end, until a page brings nothing or fails. */
  readonly near: (isNear: boolean) => void;
}

/** A page can be empty and not be the last: so many in a row are asked for by themselves. */
const emptyPages = 3;

export interface OlderOptions {
  readonly hasOlder: () => boolean;
  readonly count: () => number;
  readonly loadPage: () => Promise<CallResult>;
}

/** Loads page by page as the reader nears the end. */
export function createOlder({ hasOlder, count, loadPage }: OlderOptions): Older {
  const [state, setState] = createSignal<'idle' | 'loading' | 'failed'>('idle');
  const [error, setError] = createSignal('');
  let isNear = false;
  let empty = 0;

  const load = async () => {
    if (state() === 'loading') return;
    setState('loading');
    const before = count();
    const result = await loadPage();
    empty = count() > before ? 0 : empty + 1;
    setError(result.ok ? '' : result.error);
    setState(result.ok ? 'idle' : 'failed');
    // The observer tells only of changes: still near means that the page was short.
    requestAnimationFrame(() => {
      if (isNear && empty < emptyPages) attempt();
    });
  };
  const attempt = () => {
    if (state() === 'idle' && hasOlder()) void load();
  };

  return {
    state,
    error,
    load: () => void load(),
    near: (near) => {
      isNear = near;
      if (near) attempt();
      else empty = 0;
    },
  };
}
