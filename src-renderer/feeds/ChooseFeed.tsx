import { For } from 'solid-js';
import type { FeedSystem } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { Group } from '../settings/rows/Group.tsx';
import './feeds.css';
import { PresetsState } from './PresetsState.tsx';
import type { Presets } from './presets.ts';

const systems: readonly FeedSystem[] = ['sse', 'websocket', 'mqtt'];

/** What can be added: by name, or by the way in which it is reached. */
export function ChooseFeed(props: { readonly presets: Presets }) {
  const app = useApp();
  const words = () => app.m().feeds;
  return (
    <>
      <PresetsState presets={props.presets}>
        <Group title={words().adding.ready}>
          <For each={props.presets.all()}>
            {(preset) => (
              <button
                type="button"
                class="feed-kind"
                data-preset={preset.id}
                onClick={() => app.nav.showFeed({ kind: 'preset', id: preset.id })}
              >
                <KindWords name={preset.name} about={preset.about} />
              </button>
            )}
          </For>
        </Group>
      </PresetsState>
      <Group title={words().adding.own}>
        <For each={systems}>
          {(system) => (
            <button
              type="button"
              class="feed-kind"
              data-system={system}
              onClick={() => app.nav.showFeed({ kind: 'own', system })}
            >
              <KindWords name={words().systems[system]} about={words().adding.ownAbout[system]} />
            </button>
          )}
        </For>
      </Group>
    </>
  );
}

function KindWords(props: { readonly name: string; readonly about: string }) {
  return (
    <>
      <span class="feed-kind-words">
        <b>{props.name}</b>
        <span class="setting-hint">{props.about}</span>
      </span>
      <Icon name="chevron-right" />
    </>
  );
}
