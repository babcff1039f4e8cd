import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { PresetView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';

/** The presets as the main process tells them, in the reader's language. */
export interface Presets {
  readonly all: Accessor<readonly PresetView[]>;
  readonly state: Accessor<'loading' | 'ready' | 'failed'>;
  readonly load: () => Promise<void>;
}

/** Asks for the presets when they are wanted; those that are there are shown meanwhile. */
export function usePresets(isWanted: Accessor<boolean>): Presets {
  const app = useApp();
  const [all, setAll] = createSignal<readonly PresetView[]>([]);
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading');
  const load = async () => {
    if (all().length === 0) setState('loading');
    const answer = await app.actions.listPresets();
    if (answer.ok) setAll(answer.data);
    setState(answer.ok ? 'ready' : 'failed');
  };
  createEffect(on([isWanted, app.locale], ([wanted]) => void (wanted && load())));
  return { all, state, load };
}
