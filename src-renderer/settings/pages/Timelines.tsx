import { For, Show } from 'solid-js';
import type { AccountView } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { timelineIcons, timelineName } from '../../timeline/timeline-name.ts';
import type { SettingsPage } from '../page.ts';
import { Group } from '../rows/Group.tsx';
import { SettingRow } from '../rows/SettingRow.tsx';

/** Which timelines stand to choose from, by account. */
export const timelinesPage: SettingsPage = {
  id: 'timelines',
  icon: 'timeline',
  title: (m) => m.settings.pages.timelines,
  entries: ({ settings: { pinned } }) => [
    { id: 'pinned', label: pinned.title, keywords: [pinned.keywords] },
  ],
  Page: Timelines,
};

function Timelines() {
  const app = useApp();
  const words = () => app.m().settings.pinned;
  return (
    <Show
      when={app.state.accounts.length > 0}
      fallback={<p class="settings-note">{words().noAccounts}</p>}
    >
      <Group title={words().title}>
        <For each={app.state.accounts}>
          {(account, index) => <PinnedRow account={account} first={index() === 0} />}
        </For>
      </Group>
    </Show>
  );
}

function PinnedRow(props: { readonly account: AccountView; readonly first: boolean }) {
  const app = useApp();
  const words = () => app.m().settings.pinned;
  return (
    <SettingRow
      id={props.first ? 'pinned' : `pinned-${props.account.id}`}
      label={props.account.handle}
      group
      below
    >
      {() => (
        <div class="pinned-row">
          <ul class="list-entries" aria-label={words().of(props.account.handle)}>
            <For each={props.account.timelines}>
              {(pinned) => (
                <li class="list-entry pinned-entry">
                  <Icon name={timelineIcons[pinned.spec.kind]} />
                  <bdi>{timelineName(pinned, app.m().timeline)}</bdi>
                </li>
              )}
            </For>
          </ul>
          <button
            type="button"
            class="button small"
            aria-label={words().changeOf(props.account.handle)}
            onClick={() => app.ask({ kind: 'timelines', accountId: props.account.id })}
          >
            {words().change}
          </button>
        </div>
      )}
    </SettingRow>
  );
}
