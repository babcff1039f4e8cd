import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { FeedsButton } from '../feeds/FeedsButton.tsx';
import { SearchButton } from '../history/SearchButton.tsx';
import { TimelinePicker } from '../timeline/TimelinePicker.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { ComposeButton } from './ComposeButton.tsx';
import './header.css';
import { MoreMenu } from './MoreMenu.tsx';
import { PauseMenu } from './PauseMenu.tsx';
import { Tabs } from './Tabs.tsx';

/** The account, the views, and what can be done at any time. */
export function Header() {
  const app = useApp();
  return (
    <header class="header">
      <div class="header-row">
        <Show when={app.nav.account()} fallback={<FeedsButton />}>
          {(account) => <AccountMenu account={account()} />}
        </Show>
        <span class="header-space" />
        <ComposeButton />
        <PauseMenu />
        <MoreMenu />
      </div>
      <div class="header-row lists">
        <Tabs />
        <span class="header-space" />
        <Show when={app.nav.view() === 'notices'}>
          <SearchButton />
        </Show>
        <Show when={app.nav.view() === 'timeline'}>
          <TimelinePicker />
        </Show>
      </div>
    </header>
  );
}
