import { createSignal, For, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import type {
  AccountView,
  CataloguePart,
  NamedTimelineKind,
  TimelineCatalogue,
  TimelineSpec,
} from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { timelineIcons, usualSwitches } from '../timeline/timeline-name.ts';
import { isPinned } from './is-pinned.ts';

type PartName = Exclude<keyof TimelineCatalogue, 'plain'>;

const parts: readonly { readonly name: PartName; readonly kind: NamedTimelineKind }[] = [
  { name: 'lists', kind: 'list' },
  { name: 'antennas', kind: 'antenna' },
  { name: 'channels', kind: 'channel' },
  { name: 'roles', kind: 'role' },
];

/** What the server has to offer, to pin. */
export function Catalogue(props: {
  readonly account: AccountView;
  readonly onPin: (spec: TimelineSpec) => Promise<boolean>;
}) {
  const app = useApp();
  const words = () => app.m().pins;
  const [answer, setAnswer] = createSignal<TimelineCatalogue | 'loading' | { error: string }>(
    'loading',
  );
  const load = async () => {
    setAnswer('loading');
    const result = await app.actions.listTimelines(props.account.id);
    setAnswer(result.ok ? result.data : { error: result.error || app.m().app.callFailed });
  };
  onMount(load);

  const catalogue = () => {
    const known = answer();
    return typeof known === 'object' && 'plain' in known ? known : null;
  };
  const error = () => {
    const known = answer();
    return typeof known === 'object' && 'error' in known ? known.error : null;
  };
  /** A guest has nothing of their own on the server. */
  const shown = () => (props.account.guest ? [] : parts);
  const entry = (spec: TimelineSpec, icon: IconName, name: string) => (
    <Entry
      icon={icon}
      name={name}
      isPinned={isPinned(props.account.timelines, spec)}
      onPin={() => props.onPin(spec)}
    />
  );

  return (
    <Show
      when={error() === null}
      fallback={
        <div class="pins-problem">
          <p role="alert">{error()}</p>
          <button type="button" class="button small" onClick={load}>
            {app.m().list.retry}
          </button>
        </div>
      }
    >
      <Part title={words().plain} isLoading={catalogue() === null}>
        <ul class="pins-entries">
          <For each={catalogue()?.plain}>
            {(kind) =>
              entry(
                { kind, switches: usualSwitches },
                timelineIcons[kind],
                app.m().timeline.names[kind],
              )
            }
          </For>
        </ul>
      </Part>
      <For each={shown()}>
        {({ name, kind }) => (
          <Part title={words()[name]} isLoading={catalogue() === null}>
            <Named part={catalogue()?.[name]} none={words().none[name]}>
              {(item) =>
                entry(
                  { kind, id: item.id, switches: usualSwitches },
                  timelineIcons[kind],
                  item.name,
                )
              }
            </Named>
          </Part>
        )}
      </For>
    </Show>
  );
}

function Part(props: {
  readonly title: string;
  readonly isLoading: boolean;
  readonly children: JSX.Element;
}) {
  const app = useApp();
  return (
    <section class="pins-part" aria-busy={props.isLoading}>
      <h4>{props.title}</h4>
      <Show
        when={!props.isLoading}
        fallback={
          <div role="status" aria-label={app.m().pins.loading}>
            <span class="pins-skeleton" />
            <span class="pins-skeleton short" />
          </div>
        }
      >
        {props.children}
      </Show>
    </section>
  );
}

function Named(props: {
  readonly part: CataloguePart | undefined;
  readonly none: string;
  readonly children: (item: CataloguePart['items'][number]) => JSX.Element;
}) {
  return (
    <Switch
      fallback={
        <ul class="pins-entries">
          <For each={props.part?.items}>{props.children}</For>
        </ul>
      }
    >
      <Match when={props.part?.problem}>
        {(problem) => (
          <p class="pins-note">
            <Icon name="alert-triangle" />
            {problem()}
          </p>
        )}
      </Match>
      <Match when={props.part?.items.length === 0}>
        <p class="pins-note">{props.none}</p>
      </Match>
    </Switch>
  );
}

function Entry(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly isPinned: boolean;
  readonly onPin: () => unknown;
}) {
  const app = useApp();
  return (
    <li>
      <button
        type="button"
        class="pins-entry"
        aria-label={
          props.isPinned ? `${props.name}: ${app.m().pins.isPinned}` : app.m().pins.pin(props.name)
        }
        aria-disabled={props.isPinned}
        onClick={() => !props.isPinned && props.onPin()}
      >
        <Icon name={props.icon} />
        <bdi class="pin-name" title={props.name}>
          {props.name}
        </bdi>
        <Icon name={props.isPinned ? 'check' : 'plus'} />
      </button>
    </li>
  );
}
