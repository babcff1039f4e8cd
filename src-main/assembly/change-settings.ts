import type { Entry } from '../desktop/entry/entry.ts';
import type { Network } from '../desktop/network/network.ts';
import type { SavingMode } from '../desktop/network/saving-mode.ts';
import type { ProfileStore } from '../desktop/settings.ts';
import type { SuzuTray } from '../desktop/tray/suzu-tray.ts';
import type { Updates } from '../desktop/updates/updates.ts';
import type { SuzuWindow } from '../desktop/window/window.ts';
import type { Bell } from '../engine/notices/bell.ts';
import type { HistoryKeeper } from '../engine/notices/history-keeper.ts';
import type { Settings } from '../engine/settings/settings.ts';
import type { WindowFeed } from '../ipc/window-feed.ts';

/** All that looks at the settings when they change. */
export interface SettingsFollowers {
  readonly profile: Pick<ProfileStore, 'get' | 'change'>;
  readonly applyTheme: () => void;
  readonly window: Pick<SuzuWindow, 'scaleChanged'>;
  readonly bell: Pick<Bell, 'surroundingsChanged'>;
  readonly network: Pick<Network, 'apply'>;
  readonly saving: Pick<SavingMode, 'look'>;
  readonly updates: Pick<Updates, 'settingsChanged'>;
  readonly keeper: Pick<HistoryKeeper, 'tidy'>;
  readonly feed: Pick<WindowFeed, 'settingsChanged'>;
  readonly tray: Pick<SuzuTray, 'update'>;
  readonly entry: Pick<Entry, 'settingsChanged'>;
}

/** Changes these settings and puts them into effect. Returns false when they could not be kept on disk. */
export function changeSettings(changes: Partial<Settings>, followers: SettingsFollowers): boolean {
  const { profile, applyTheme, window, bell, network, saving, updates, keeper } = followers;
  const { feed, tray, entry } = followers;
  const before = profile.get().settings;
  const kept = profile.change({ settings: { ...before, ...changes } });
  applyTheme();
  window.scaleChanged();
  bell.surroundingsChanged();
  void network.apply();
  saving.look();
  updates.settingsChanged();
  if (changes.history !== undefined) void keeper.tidy();
  feed.settingsChanged();
  tray.update();
  entry.settingsChanged(before, profile.get().settings);
  return kept;
}
