import { createMemo, createUniqueId, For, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { followMoves } from '../frame/Reorder.tsx';
import { Icon } from '../icons/Icon.tsx';
import { rowElementId } from '../settings/rows/SettingRow.tsx';
import { AccountCard } from './AccountCard.tsx';
import './accounts.css';

/** The accounts in their order: how each is, and what can be done with it. */
export function Accounts() {
  const app = useApp();
  const presenceTextId = createUniqueId();
  let list: HTMLUListElement | undefined;
  const ids = createMemo(() => app.state.accounts.map(({ id }) => id));
  const follow = followMoves(ids, () => list);
  const hasSignedIn = () => app.state.accounts.some(({ guest }) => !guest);
  return (
    <div class="setting-group">
      <ul
        class="accounts"
        aria-label={app.m().accounts.list}
        id={rowElementId('accounts')}
        ref={list}
      >
        <For each={app.state.accounts}>
          {(account, index) => (
            <AccountCard
              account={account}
              index={index()}
              count={ids().length}
              presenceTextId={presenceTextId}
              onMove={(step) => {
                follow(account.id, step);
                void app.actions.moveAccount(account.id, index() + step);
              }}
            />
          )}
        </For>
        <li id={rowElementId('add-account')}>
          <button type="button" class="account-add" onClick={() => app.nav.show('sign-in')}>
            <Icon name="plus" />
            {app.m().account.add}
          </button>
        </li>
      </ul>
      <Show when={hasSignedIn()}>
        <p class="settings-note" id={rowElementId('presence')}>
          <b>{app.m().accounts.presence}:</b>{' '}
          <span id={presenceTextId}>{app.m().accounts.presenceText}</span>
        </p>
      </Show>
    </div>
  );
}
