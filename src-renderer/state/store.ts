import { createStore, reconcile, unwrap } from 'solid-js/store';
import type { Patch, Snapshot } from '../../src-main/ipc/contract.ts';
import { applyPatch } from './reducer.ts';

/** The window's state: reactive to read, changed by patches alone. */
export interface SnapshotStore {
  readonly state: Snapshot;
  readonly apply: (patch: Patch) => void;
}

/**
 * Keeps the snapshot as a Solid store. What a patch leaves alone keeps its identity, and so do items
 * by their id: what is on the screen is updated, not made again.
 */
export function createSnapshotStore(initial: Snapshot): SnapshotStore {
  const [state, setState] = createStore<Snapshot>(initial);
  return {
    state,
    apply: (patch) => {
      // Not merged by index: a reaction or a choice that moved must not take another's place.
      setState(reconcile(applyPatch(unwrap(state), patch), { merge: false }));
    },
  };
}
