import { createUniqueId, For, Show } from 'solid-js';
import type { Settings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { useSettings } from '../changes.ts';
import type { SettingsPage } from '../page.ts';
import { Group } from '../rows/Group.tsx';
import { SelectRow } from '../rows/SelectRow.tsx';
import { SettingRow } from '../rows/SettingRow.tsx';
import './privacy.css';

type Level = Settings['privacy']['level'];
const levels: readonly Level[] = ['all', 'who', 'something'];

/** How much of what happens others may see, and how access tokens are kept. */
export const privacyPage: SettingsPage = {
  id: 'privacy',
  icon: 'eye-off',
  title: (m) => m.settings.pages.privacy,
  entries: ({ settings: { privacy, secrets, secretsKeywords } }) => [
    {
      id: 'privacy-level',
      label: privacy.level,
      keywords: [privacy.levelKeywords, ...Object.values(privacy.levels)],
    },
    { id: 'privacy-locked', label: privacy.locked, keywords: [privacy.lockedKeywords] },
    { id: 'secrets', label: secrets, keywords: [secretsKeywords] },
  ],
  Page: Privacy,
};

function Privacy() {
  const app = useApp();
  const words = () => app.m().settings;
  const { settings, change } = useSettings();
  const privacy = () => settings().privacy;
  const storage = () => app.state.secrets.storage;
  return (
    <>
      <Group title={words().privacy.toasts}>
        <LevelRow
          level={privacy().level}
          onChoose={(level) => void change({ privacy: { ...privacy(), level } })}
        />
        <SelectRow
          id="privacy-locked"
          label={words().privacy.locked}
          hint={words().privacy.lockedHint}
          value={privacy().levelWhileLocked}
          options={levels.map((value) => ({ value, label: words().privacy.levels[value] }))}
          onChoose={(levelWhileLocked) =>
            void change({ privacy: { ...privacy(), levelWhileLocked } })
          }
        />
      </Group>
      <Group title={words().secrets}>
        <SettingRow
          id="secrets"
          label={words().storage[storage()]}
          hint={storage() === 'keyring' ? undefined : words().storageDiffers}
          group
        >
          {() => <Icon name={storage() === 'keyring' ? 'shield-lock' : 'alert-triangle'} />}
        </SettingRow>
      </Group>
    </>
  );
}

/** The levels, each with what a notification shows then. */
function LevelRow(props: { readonly level: Level; readonly onChoose: (level: Level) => void }) {
  const app = useApp();
  const words = () => app.m().settings.privacy;
  const name = createUniqueId();
  return (
    <SettingRow id="privacy-level" label={words().level} hint={words().levelHint} group below>
      {({ labelId, describedBy }) => (
        <div
          class="levels"
          role="radiogroup"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
        >
          <For each={levels}>
            {(level) => {
              const exampleId = createUniqueId();
              return (
                <label class="level">
                  <span class="level-name">
                    <input
                      type="radio"
                      name={name}
                      checked={level === props.level}
                      aria-label={words().levels[level]}
                      aria-describedby={exampleId}
                      onChange={() => props.onChoose(level)}
                    />
                    {words().levels[level]}
                  </span>
                  <span class="example-toast" id={exampleId}>
                    <Icon name="bell" />
                    <span class="example-toast-words">
                      <b>{words().examples[level].title}</b>
                      <Show when={words().examples[level].body}>
                        <span>{words().examples[level].body}</span>
                      </Show>
                    </span>
                  </span>
                </label>
              );
            }}
          </For>
        </div>
      )}
    </SettingRow>
  );
}
