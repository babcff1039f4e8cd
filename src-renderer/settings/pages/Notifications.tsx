import { useApp } from '../../app/context.ts';
import { useSettings } from '../changes.ts';
import type { SettingsPage } from '../page.ts';
import { AccountRules } from '../ringing/AccountRules.tsx';
import { GeneralSound } from '../ringing/GeneralSound.tsx';
import { KindRows } from '../ringing/KindRows.tsx';
import { kindGroups, withRule } from '../ringing/kinds.ts';
import { Mutes } from '../ringing/Mutes.tsx';
import { QuietHours } from '../ringing/QuietHours.tsx';
import { Surroundings } from '../ringing/Surroundings.tsx';
import { Group } from '../rows/Group.tsx';

/** What rings, how it sounds, and when it is quiet. */
export const notificationsPage: SettingsPage = {
  id: 'notifications',
  icon: 'bell',
  title: (m) => m.ringing.title,
  entries: ({ ringing: { sound, kinds, accounts, mutes, quiet, surroundings } }) => [
    { id: 'sound', label: sound.general, keywords: [sound.keywords] },
    { id: 'volume', label: sound.volume, keywords: [sound.volumeKeywords] },
    { id: 'quiet-hours', label: quiet.on, keywords: [quiet.title, quiet.keywords] },
    {
      id: 'do-not-disturb',
      label: surroundings.doNotDisturb,
      keywords: [surroundings.doNotDisturbKeywords],
    },
    {
      id: 'full-screen',
      label: surroundings.fullScreen,
      keywords: [surroundings.fullScreenKeywords],
    },
    { id: 'focused', label: surroundings.focused, keywords: [surroundings.focusedKeywords] },
    { id: 'why-quiet', label: surroundings.why, keywords: [surroundings.whyKeywords] },
    { id: 'only-followed', label: mutes.onlyFollowed, keywords: [mutes.onlyFollowedKeywords] },
    { id: 'muted-words', label: mutes.words, keywords: [mutes.wordsKeywords] },
    { id: 'muted-users', label: mutes.users, keywords: [mutes.usersKeywords] },
    ...kindGroups.flatMap((group) =>
      group.kinds.map(({ id, types }) => ({
        id: `kind-${id}`,
        label: kinds.names[id],
        keywords: [kinds.title, kinds.keywords, kinds.groups[group.id], ...types],
      })),
    ),
    { id: 'account-rules', label: accounts.title, keywords: [accounts.keywords] },
  ],
  Page: Notifications,
};

function Notifications() {
  const app = useApp();
  const words = () => app.m().ringing.kinds;
  const { settings, change } = useSettings();
  return (
    <>
      <GeneralSound />
      <QuietHours />
      <Surroundings />
      <Mutes />
      <Group title={words().title} hint={words().hint}>
        <KindRows
          groups={kindGroups}
          rules={settings().rules.types}
          usual={() => ({ loudness: 'ring', sound: settings().sound.general })}
          canFollow={false}
          prefix=""
          onChange={(kind, changed) => {
            const { rules } = settings();
            void change({ rules: { ...rules, types: withRule(rules.types, kind, changed) } });
          }}
        />
      </Group>
      <AccountRules />
    </>
  );
}
