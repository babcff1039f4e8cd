import { commandLineBanner, historyBanner, settingsBanner } from '../desktop/banners.ts';
import type { CommandLine } from '../desktop/command-line.ts';
import type { DeepLink } from '../desktop/deep-links/deep-link.ts';
import { readTokenFile } from '../desktop/token-file.ts';
import { watchForWake } from '../desktop/wake.ts';
import { addAccounts } from './add-accounts.ts';
import { forgetStrangers } from './forget-strangers.ts';
import type { Parts } from './parts.ts';
import { stopAll } from './quit.ts';

/** What comes from other processes while Suzu runs. */
export interface OutsideCalls {
  /** Calls back with the command line of each further Suzu that was started for this profile. */
  onSecondLaunch(listener: (commandLine: CommandLine) => void): void;
  /** Calls back with each link, those that came before included; null = it was none. */
  onLink(listener: (link: DeepLink | null) => void): void;
}

/** Sets everything going: what was kept, what the command line brings, and the window if the user wants to see it. */
export async function bringToLife(parts: Parts, outside: OutsideCalls): Promise<void> {
  const { host, commandLine, profile, safeMode } = parts.foundation;
  const { bell, history, keeper } = parts.notices;
  const { network, saving } = parts.system;
  const { accounts, startDemo } = parts.accounts;
  const { feeds } = parts.feeds;
  const { window, feed } = parts.window;
  const { entry } = parts.entry;
  const { startsHidden, tray } = parts.tray;

  tellTroubles(parts);
  // Timelines are connected where somebody looks at them; in safe mode nobody is led there.
  if (safeMode) feed.go({ view: 'notices' });
  void network.apply();
  saving.look();
  const trayStarted = tray.start();
  // Not awaited yet: the keyring may wait for its password, and all else is to work meanwhile.
  const started = Promise.all([accounts.start(), feeds.start()]);
  forgetStrangers(history, (id) => (accounts.get(id) ?? feeds.get(id)) !== undefined);
  // After those of sources that are gone: what was held when Suzu last ended is told now.
  bell.pauseUntil(profile.get().pausedUntil);
  entry.start();
  keeper.start();
  outside.onSecondLaunch((again) => launchedAgain(parts, again));
  const stopWatchingForWake = watchWaking(parts);
  parts.desktop.updates.start();
  host.onActivate(() => window.show());
  host.onBeforeQuit(() => {
    stopWatchingForWake();
    stopAll(parts);
  });
  const opens = !startsHidden && commandLine.accounts.length === 0;
  if (opens && !commandLine.demo) window.show();
  await trayStarted;
  await started;
  await addNamedAccounts(parts, commandLine);
  profile.backUp();
  // Nothing could be added: whoever waits for it to ring must see why.
  const hasSources = accounts.all().length > 0 || feeds.all().length > 0;
  if (!startsHidden && !commandLine.demo && !hasSources) window.show();
  entry.launchedFirst(commandLine);
  outside.onLink((link) => entry.follow(link));
  if (commandLine.demo) {
    await startDemo();
    if (opens) window.show();
  }
}

/** What this start found wrong, and how the last run ended. */
function tellTroubles({ foundation, notices, window }: Parts): void {
  const { commandLine, messages, settingsProblems } = foundation;
  const { crashes, feed } = window;
  settingsProblems.follow((problem) => feed.setBanner(settingsBanner(problem, messages())));
  for (const error of commandLine.errors) feed.setBanner(commandLineBanner(error, messages()));
  if (!notices.historyIsReadable) feed.setBanner(historyBanner(messages()));
  crashes.tell();
}

/** Somebody started Suzu once more. */
function launchedAgain(parts: Parts, again: CommandLine): void {
  void addNamedAccounts(parts, again);
  // Whoever starts Suzu again wants it to work now, not when the backoff allows it.
  parts.accounts.accounts.nudge();
  parts.feeds.feeds.nudge();
  parts.entry.entry.launchedAgain(again);
}

function addNamedAccounts(parts: Parts, commandLine: CommandLine): Promise<void> {
  const { log, messages } = parts.foundation;
  const { accounts } = parts.accounts;
  const { feed } = parts.window;
  return addAccounts(commandLine, { readTokenFile, accounts, feed, messages, log });
}

/** Tries connections again at good moments. Returns what ends it. */
function watchWaking({
  foundation,
  notices,
  system,
  accounts: { accounts },
  feeds: { feeds },
}: Parts): () => void {
  return watchForWake({
    clock: foundation.clock,
    isWaiting: () =>
      [...accounts.all(), ...feeds.all()].some(({ state }) => state?.name === 'waiting'),
    desktop: system.surroundings,
    onWake: () => {
      // Its timers stood still meanwhile.
      notices.bell.surroundingsChanged();
      accounts.nudge();
      feeds.nudge();
    },
  });
}
