import { Show } from 'solid-js';
import type { NoticeKind } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Menu, type MenuEntry } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import { FoundCount } from './FoundCount.tsx';
import { isNarrowed, noFilters, type Period } from './search.ts';

const kinds: readonly NoticeKind[] = [
  'reaction',
  'mention',
  'renote',
  'follow',
  'note',
  'chat',
  'event',
  'other',
];
const periods: readonly Period[] = ['any', 'day', 'week', 'month', 'year'];

/** What the search is narrowed to; each says so itself, and not by its colour alone. */
export function FilterBar() {
  const app = useApp();
  const words = () => app.m().history;
  const filters = () => app.search.filters();
  let bar: HTMLFieldSetElement | undefined;
  const reset = () => {
    // The button that was pressed goes with the filters.
    bar?.querySelector('button')?.focus();
    app.search.narrow(noFilters);
  };

  const hasFeeds = () => app.state.feeds.length > 0;
  const sourceWord = () => (hasFeeds() ? words().source : words().account);
  const allSources = () => (hasFeeds() ? words().allSources : words().allAccounts);

  const kindEntries = (): readonly MenuEntry[] =>
    [null, ...kinds.filter((kind) => kind !== 'event' || hasFeeds())].map((kind) => ({
      kind: 'choice',
      label: words().kinds[kind ?? 'all'],
      chosen: filters().kind === kind,
      run: () => app.search.narrow({ kind }),
    }));
  const accountEntries = (): readonly MenuEntry[] =>
    [null, ...app.sources()].map((source) => ({
      kind: 'choice',
      label: source === null ? allSources() : source.name,
      chosen: filters().accountId === (source?.id ?? null),
      run: () => app.search.narrow({ accountId: source?.id ?? null }),
    }));
  const periodEntries = (): readonly MenuEntry[] =>
    periods.map((period) => ({
      kind: 'choice',
      label: words().periods[period],
      chosen: filters().period === period,
      run: () => app.search.narrow({ period }),
    }));
  const accountName = () => {
    const { accountId } = filters();
    if (accountId === null) return sourceWord();
    return app.sources().find(({ id }) => id === accountId)?.name ?? '';
  };

  return (
    <fieldset class="search-filters" ref={bar}>
      <legend class="visually-hidden">{words().filters}</legend>
      <Choice
        label={words().kind}
        text={filters().kind === null ? words().kind : words().kinds[filters().kind ?? 'all']}
        isSet={filters().kind !== null}
        entries={kindEntries()}
      />
      <Show when={app.sources().length > 1}>
        <Choice
          label={sourceWord()}
          text={accountName()}
          isSet={filters().accountId !== null}
          entries={accountEntries()}
        />
      </Show>
      <Choice
        label={words().period}
        text={filters().period === 'any' ? words().period : words().periods[filters().period]}
        isSet={filters().period !== 'any'}
        entries={periodEntries()}
      />
      <Toggle
        label={words().unread}
        isOn={filters().unreadOnly}
        onToggle={(unreadOnly) => app.search.narrow({ unreadOnly })}
      />
      <Toggle
        label={words().silent}
        isOn={filters().silentOnly}
        onToggle={(silentOnly) => app.search.narrow({ silentOnly })}
      />
      <Show when={isNarrowed(filters())}>
        <button type="button" class="text-button search-reset" onClick={reset}>
          {words().resetFilters}
        </button>
      </Show>
      <FoundCount />
    </fieldset>
  );
}

function Choice(props: {
  readonly label: string;
  readonly text: string;
  readonly isSet: boolean;
  readonly entries: readonly MenuEntry[];
}) {
  return (
    <Menu
      label={props.isSet ? `${props.label}: ${props.text}` : props.label}
      class={props.isSet ? 'chip on' : 'chip'}
      entries={props.entries}
      trigger={
        <>
          <bdi class="chip-text">{props.text}</bdi>
          <Icon name="chevron-down" />
        </>
      }
    />
  );
}

function Toggle(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}) {
  return (
    <button
      type="button"
      class="chip"
      classList={{ on: props.isOn }}
      aria-pressed={props.isOn}
      onClick={() => props.onToggle(!props.isOn)}
    >
      <Show when={props.isOn}>
        <Icon name="check" />
      </Show>
      {props.label}
    </button>
  );
}
