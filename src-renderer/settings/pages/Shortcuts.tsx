import { For } from 'solid-js';
import type { ShortcutName } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { ShortcutRow } from '../../entry/ShortcutRow.tsx';
import type { SettingsPage } from '../page.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';

const names: readonly ShortcutName[] = ['toggleWindow', 'snooze'];

/** Keys: those that work anywhere on the computer, and where to read the window's own. */
export const shortcutsPage: SettingsPage = {
  id: 'shortcuts',
  icon: 'keyboard',
  title: (m) => m.entry.shortcuts.page,
  entries: ({ entry: { shortcuts } }) => [
    ...names.map((name) => ({
      id: `shortcut-${name}`,
      label: shortcuts.names[name],
      keywords: [shortcuts.anywhere, shortcuts.keywords],
    })),
    { id: 'keys', label: shortcuts.list, keywords: [shortcuts.here, shortcuts.listKeywords] },
  ],
  Page: Shortcuts,
};

function Shortcuts() {
  const app = useApp();
  const words = () => app.m().entry.shortcuts;
  const hint = () => app.state.desktop.shortcuts.note ?? words().anywhereHint;
  return (
    <>
      <Group title={words().anywhere} hint={hint()}>
        <For each={names}>{(name) => <ShortcutRow name={name} />}</For>
      </Group>
      <Group title={words().here}>
        <ButtonRow id="keys" label={words().list}>
          <button type="button" class="button small" onClick={() => app.ask({ kind: 'keys' })}>
            {words().show}
          </button>
        </ButtonRow>
      </Group>
    </>
  );
}
