import type { AccountView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { feedsSummary } from '../feeds/summary.ts';
import { Icon } from '../icons/Icon.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { AccountName } from '../person/PersonName.tsx';
import './account.css';
import { Menu, type MenuEntry } from './Menu.tsx';
import { StateDot } from './StateDot.tsx';

/** The open account with its state, and the way to the others. */
export function AccountMenu(props: { readonly account: AccountView }) {
  const app = useApp();
  const stateWord = () => app.m().account.states[props.account.state];
  /** With what is to be seen on the button: one may call it by that. */
  const label = () => {
    const { handle, name } = props.account;
    const spoken = name.replace(/:\w+:/g, '').trim();
    return app.m().account.switch(spoken === '' ? handle : `${handle} (${spoken})`, stateWord());
  };
  const entries = (): readonly MenuEntry[] => [
    { kind: 'heading', label: app.m().account.accounts },
    ...app.state.accounts.map(
      (account): MenuEntry => ({
        kind: 'choice',
        label: account.name,
        name: () => <AccountName account={account} />,
        // The state first: a long handle must not push it out.
        detail: `${app.m().account.states[account.state]} · ${account.handle}`,
        picture: () => <Avatar image={account.avatar} name={account.name} />,
        chosen: account.id === props.account.id,
        run: () => app.nav.choose(account.id),
      }),
    ),
    { kind: 'separator' },
    ...(app.state.feeds.length === 0
      ? []
      : [
          {
            kind: 'action',
            icon: 'rss',
            label: app.m().feeds.title,
            detail: feedsSummary(app.state.feeds, app.m().feeds),
            run: () => app.nav.showFeed(null),
          } as const,
        ]),
    {
      kind: 'action',
      icon: 'plus',
      label: app.m().account.add,
      run: () => app.nav.show('sign-in'),
    },
  ];
  return (
    <Menu
      class="account-button"
      label={label()}
      isNamed
      entries={entries()}
      trigger={
        <>
          <span class="visually-hidden">{label()}</span>
          <span
            class="account-face"
            aria-hidden="true"
            style={{ '--account': props.account.color }}
          >
            <Avatar image={props.account.avatar} name={props.account.name} />
          </span>
          <span class="account-words" aria-hidden="true">
            <span class="account-name">
              <AccountName account={props.account} />
              <Icon name="chevron-down" />
            </span>
            <span class="account-state">
              <StateDot state={props.account.state} />
              {stateWord()}
              <bdi class="account-host">{props.account.host}</bdi>
            </span>
          </span>
        </>
      }
    />
  );
}
