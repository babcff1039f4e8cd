import { Show } from 'solid-js';
import type { Settings as Choices, Locale } from '../../src-main/ipc/contract.ts';
import { Accounts } from '../accounts/Accounts.tsx';
import { useApp } from '../app/context.ts';
import { PageHeader } from '../frame/PageHeader.tsx';
import { languageNames } from '../messages/index.ts';
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
