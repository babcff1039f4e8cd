import type { SettingsPageId } from '../../src-main/ipc/contract.ts';
import type { Messages } from '../messages/index.ts';
import type { SettingsPage } from './page.ts';
import { aboutPage } from './pages/About.tsx';
import { accountsPage } from './pages/Accounts.tsx';
import { appearancePage } from './pages/Appearance.tsx';
import { diagnosticsPage } from './pages/Diagnostics.tsx';
import { feedsPage } from './pages/Feeds.tsx';
import { historyPage } from './pages/History.tsx';
import { networkPage } from './pages/Network.tsx';
import { notificationsPage } from './pages/Notifications.tsx';
import { privacyPage } from './pages/Privacy.tsx';
import { shortcutsPage } from './pages/Shortcuts.tsx';
import { startUpPage } from './pages/StartUp.tsx';
import { timelinesPage } from './pages/Timelines.tsx';

/** All pages, in the order of the list. */
export const settingsPages: readonly SettingsPage[] = [
  accountsPage,
  feedsPage,
  notificationsPage,
  privacyPage,
  timelinesPage,
  appearancePage,
  startUpPage,
  shortcutsPage,
  networkPage,
  historyPage,
  diagnosticsPage,
  aboutPage,
];

/** What a page is called. */
export function pageTitle(id: SettingsPageId, m: Messages): string {
  return settingsPages.find((page) => page.id === id)?.title(m) ?? m.views.settings;
}
