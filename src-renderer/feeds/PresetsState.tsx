import { type JSX, Match, Switch } from 'solid-js';
import { useApp } from '../app/context.ts';
import type { Presets } from './presets.ts';

/** The presets once they are there; until then, why they are not. */
export function PresetsState(props: { readonly presets: Presets; readonly children: JSX.Element }) {
  const app = useApp();
  const words = () => app.m().feeds.adding;
  return (
    <Switch fallback={props.children}>
      <Match when={props.presets.state() === 'loading'}>
        <p class="settings-note" role="status">
          {words().loading}
        </p>
      </Match>
      <Match when={props.presets.state() === 'failed'}>
        <p class="settings-note" role="alert">
          {words().failed}{' '}
          <button type="button" class="text-button" onClick={() => void props.presets.load()}>
            {words().again}
          </button>
        </p>
      </Match>
    </Switch>
  );
}
