import type { Settings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { useSettings } from '../changes.ts';
import { Group } from '../rows/Group.tsx';
import { ListEditor } from '../rows/ListEditor.tsx';
import { SwitchRow } from '../rows/SwitchRow.tsx';
import { readHandle } from './kinds.ts';

/** Words and people that never ring on this computer, and whether strangers do. */
export function Mutes() {
  const app = useApp();
  const words = () => app.m().ringing.mutes;
  const { settings, change } = useSettings();
  const rules = () => settings().rules;
  const changeRules = (changes: Partial<Settings['rules']>) =>
    void change({ rules: { ...rules(), ...changes } });
  const without = (items: readonly string[], item: string) =>
    items.filter((other) => other !== item);
  return (
    <Group title={words().title}>
      <SwitchRow
        id="only-followed"
        label={words().onlyFollowed}
        hint={words().onlyFollowedHint}
        checked={rules().onlyFollowed}
        onChange={(onlyFollowed) => changeRules({ onlyFollowed })}
      />
      <ListEditor
        id="muted-words"
        label={words().words}
        hint={words().wordsHint}
        items={rules().mutedWords}
        adding={{
          kind: 'text',
          placeholder: words().wordExample,
          read: (line) => ({ ok: true, item: line.trim() }),
          onAdd: (items) => changeRules({ mutedWords: [...rules().mutedWords, ...items] }),
        }}
        onRemove={(item) => changeRules({ mutedWords: without(rules().mutedWords, item) })}
      />
      <ListEditor
        id="muted-users"
        label={words().users}
        hint={words().usersHint}
        items={rules().mutedUsers}
        adding={{
          kind: 'text',
          placeholder: words().userExample,
          read: (line) => {
            const item = readHandle(line);
            return item === null ? { ok: false, error: words().userWrong } : { ok: true, item };
          },
          onAdd: (items) => changeRules({ mutedUsers: [...rules().mutedUsers, ...items] }),
        }}
        onRemove={(item) => changeRules({ mutedUsers: without(rules().mutedUsers, item) })}
      />
    </Group>
  );
}
