import { Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import type { Messages } from '../../messages/index.ts';
import { useSettings } from '../changes.ts';
import type { SettingsEntry } from '../page.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';
import { SwitchRow } from '../rows/SwitchRow.tsx';
import { updateText } from './update-words.ts';

/** What a search finds of updates. */
export function updateEntries(words: Messages['updates']): readonly SettingsEntry[] {
  return [{ id: 'updates', label: words.label, keywords: [words.automatic, words.keywords] }];
}

/** Whether Suzu renews itself, and how that stands. */
export function UpdateGroup() {
  const app = useApp();
  const words = () => app.m().updates;
  const { settings, change } = useSettings();
  const update = () => app.state.update;
  const text = () => {
    const format = new Intl.NumberFormat(app.locale(), { style: 'percent' });
    return updateText(update(), words(), (part) => format.format(part));
  };
  // What somebody waits for is told; how far a download is would be told a hundred times.
  const told = () => (update().name === 'downloading' ? '' : text());
  return (
    <Group title={words().label}>
      <Show when={update().name !== 'unsupported'}>
        <SwitchRow
          id="updates-automatic"
          label={words().automatic}
          hint={words().automaticText}
          checked={settings().updates === 'automatic'}
          onChange={(on) => void change({ updates: on ? 'automatic' : 'off' })}
        />
      </Show>
      <ButtonRow id="updates" label={words().state} hint={text()}>
        <Show when={update().name === 'idle' || update().name === 'checking'}>
          <button
            type="button"
            class="button"
            disabled={update().name === 'checking'}
            onClick={() => app.actions.checkForUpdate()}
          >
            {words().check}
          </button>
        </Show>
        <Show when={update().name === 'ready'}>
          <button type="button" class="button" onClick={() => app.actions.installUpdate()}>
            {words().restart}
          </button>
        </Show>
      </ButtonRow>
      <p class="visually-hidden" role="status">
        {told()}
      </p>
    </Group>
  );
}
