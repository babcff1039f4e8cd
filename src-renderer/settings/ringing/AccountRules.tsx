import { createMemo, createSignal, For, Show } from 'solid-js';
import type { AccountView } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { Avatar } from '../../person/Avatar.tsx';
import { AccountName } from '../../person/PersonName.tsx';
import { useSettings } from '../changes.ts';
import { Group } from '../rows/Group.tsx';
import { rowElementId } from '../rows/SettingRow.tsx';
import { KindRows } from './KindRows.tsx';
import { accountKinds, ruleOf, rulesSet, withRule } from './kinds.ts';
import { ownRules, withOwnRules } from './own-rules.ts';

/** What differs for single accounts; each reads "as for all" until it does. */
export function AccountRules() {
  const app = useApp();
  const words = () => app.m().ringing.accounts;
  const accounts = createMemo(() => app.state.accounts.filter(({ guest }) => !guest));
  return (
    <Show when={accounts().length > 0}>
      <Group title={words().title} hint={words().hint}>
        <div id={rowElementId('account-rules')}>
          <For each={accounts()}>{(account) => <OneAccount account={account} />}</For>
        </div>
      </Group>
    </Show>
  );
}

function OneAccount(props: { readonly account: AccountView }) {
  const app = useApp();
  const words = () => app.m().ringing.accounts;
  const { settings, change } = useSettings();
  const rules = () => ownRules(settings(), props.account.id);
  const [isOpen, setOpen] = createSignal(false);
  const count = () => rulesSet(rules());
  const keep = (own: ReturnType<typeof rules>) =>
    void change({ rules: withOwnRules(settings(), props.account.id, own) });
  return (
    <details class="account-rules" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Avatar image={props.account.avatar} name={props.account.name} class="small" />
        <span class="account-rules-words">
          <AccountName account={props.account} />
          <bdi class="setting-hint">{props.account.handle}</bdi>
        </span>
        <span class="account-rules-count" classList={{ set: count() > 0 }}>
          {count() === 0 ? words().asForAll : words().differs(count())}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <Show when={isOpen()}>
        <KindRows
          groups={accountKinds}
          rules={rules()}
          usual={(kind) => {
            const rule = ruleOf(settings().rules.types, kind);
            return {
              loudness: rule.loudness ?? 'ring',
              sound: rule.sound ?? settings().sound.general,
            };
          }}
          canFollow
          prefix={`${props.account.id}-`}
          onChange={(kind, changed) => keep(withRule(rules(), kind, changed))}
        />
      </Show>
      <Show when={count() > 0}>
        <p class="account-rules-foot">
          <button
            type="button"
            class="button small"
            aria-label={words().resetOf(props.account.handle)}
            onClick={(event) => {
              event.currentTarget.closest('details')?.querySelector('summary')?.focus();
              keep({});
            }}
          >
            {words().reset}
          </button>
        </p>
      </Show>
    </details>
  );
}
