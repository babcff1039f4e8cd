import { For, Show } from 'solid-js';
import type { AccountView, Settings as Choices, Locale } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { PageHeader } from '../frame/PageHeader.tsx';
import { StateDot } from '../frame/StateDot.tsx';
import { Icon } from '../icons/Icon.tsx';
import { languageNames } from '../messages/index.ts';
import { Avatar } from '../person/Avatar.tsx';
import { AccountName } from '../person/PersonName.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import './settings.css';

const languages: readonly Locale[] = ['en', 'ja', 'ko'];
const themes: readonly Choices['theme'][] = ['system', 'light', 'dark'];
const opens: readonly Choices['clickOpens'][] = ['browser', 'window'];

/** What a person may set, the accounts, and how their tokens are kept. */
export function Settings() {
  const app = useApp();
  const words = () => app.m().settings;
  const change = (changes: Partial<Choices>) => void app.actions.changeSettings(changes);
  return (
    <div class="settings">
      <PageHeader title={app.m().views.settings} onBack={() => app.nav.back()} />
      <main class="settings-body">
        <Show when={app.state.accounts.length > 0}>
          <Accounts />
        </Show>
        <ChoiceGroup
          legend={words().theme}
          value={app.state.settings.theme}
          options={themes.map((value) => ({ value, label: words().themes[value] }))}
          onChoose={(theme) => change({ theme })}
        />
        <ChoiceGroup
          legend={words().language}
          value={app.state.settings.language}
          options={[
            { value: 'system' as const, label: words().languageSystem },
            ...languages.map((value) => ({ value, label: languageNames[value], lang: value })),
          ]}
          onChoose={(language) => change({ language })}
        />
        <ChoiceGroup
          legend={words().clickOpens}
          value={app.state.settings.clickOpens}
          options={opens.map((value) => ({ value, label: words().opens[value] }))}
          onChoose={(clickOpens) => change({ clickOpens })}
        />
        <section class="settings-group">
          <h2>{words().secrets}</h2>
          <p class="settings-note">
            {words().storage[app.state.secrets.storage]}{' '}
            <Show when={app.state.secrets.storage !== 'keyring'}>{words().storageDiffers}</Show>
          </p>
        </section>
        <p class="settings-version">{words().version(app.state.version)}</p>
      </main>
    </div>
  );
}

function Accounts() {
  const app = useApp();
  return (
    <section class="settings-group">
      <h2>{app.m().settings.accounts}</h2>
      <ul class="settings-accounts">
        <For each={app.state.accounts}>{(account) => <Account account={account} />}</For>
        <li>
          <button type="button" class="settings-add" onClick={() => app.nav.show('sign-in')}>
            <Icon name="plus" />
            {app.m().account.add}
          </button>
        </li>
      </ul>
    </section>
  );
}

function Account(props: { readonly account: AccountView }) {
  const app = useApp();
  const signInAgain = () => {
    app.nav.show('sign-in');
    void app.actions.startSignIn(props.account.host);
  };
  return (
    <li class="settings-account" style={{ '--account': props.account.color }}>
      <Avatar image={props.account.avatar} name={props.account.name} />
      <div class="settings-account-words">
        <p class="settings-account-name">
          <AccountName account={props.account} />
          <Show when={props.account.demo}>
            <span class="settings-demo">{app.m().account.demo}</span>
          </Show>
        </p>
        <p class="settings-account-handle" title={props.account.handle}>
          <bdi>{props.account.handle}</bdi>
        </p>
        <p class="settings-account-state">
          <StateDot state={props.account.state} />
          {props.account.stateText}
        </p>
      </div>
      <div class="settings-account-buttons">
        <Show when={props.account.needsSignIn}>
          <button type="button" class="button small primary" onClick={signInAgain}>
            {app.m().account.signIn}
          </button>
        </Show>
        <button
          type="button"
          class="button small"
          aria-label={`${app.m().account.signOut}: ${props.account.handle}`}
          onClick={() => app.ask({ kind: 'sign-out', account: props.account })}
        >
          {app.m().account.signOut}
        </button>
      </div>
    </li>
  );
}
