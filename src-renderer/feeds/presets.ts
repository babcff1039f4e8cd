import { type Accessor, createSignal, onMount } from 'solid-js';
import type { PresetView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';

/** The presets as the main process tells them. */
export interface Presets {
  readonly all: Accessor<readonly PresetView[]>;
  readonly state: Accessor<'loading' | 'ready' | 'failed'>;
  readonly load: () => void;
}

/** Asks for the presets as soon as the part that uses them is there. */
export function usePresets(): Presets {
  const app = useApp();
  const [all, setAll] = createSignal<readonly PresetView[]>([]);
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading');
  const load = async () => {
    setState('loading');
    const answer = await app.actions.listPresets();
    if (answer.ok) setAll(answer.data);
    setState(answer.ok ? 'ready' : 'failed');
  };
  onMount(() => void load());
  return { all, state, load: () => void load() };
}
