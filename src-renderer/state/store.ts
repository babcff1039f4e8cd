import { createStore, produce, unwrap } from 'solid-js/store';
import type { Patch, Snapshot } from '../../src-main/ipc/contract.ts';
import { merge } from './merge.ts';
import { applyPatch, type WindowState } from './reducer.ts';

/** The window's state: reactive to read, changed by patches alone. */
export interface SnapshotStore {
  readonly state: WindowState;
  /** Patches that came at once are shown at once. */
  readonly apply: (patches: readonly Patch[]) => void;
}

/**
 * Keeps the snapshot as a Solid store. What patches leave alone keeps its identity, and so do items
 * by their id: what is on the screen is updated, not made again.
 */
export function createSnapshotStore(initial: Snapshot): SnapshotStore {
  const [state, setState] = createStore<WindowState>(initial);
  return {
    state,
    apply: (patches) => {
      const next = patches.reduce(applyPatch, unwrap(state));
      setState(produce((draft) => merge(draft, next)));
    },
  };
}
