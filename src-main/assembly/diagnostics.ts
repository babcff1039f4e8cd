import {
  type CreatedDiagnostics,
  createDiagnostics,
} from '../desktop/diagnostics/create-diagnostics.ts';
import { systemName } from '../desktop/diagnostics/system-name.ts';
import { accountHandle, accountStateText } from '../ipc/views/account-view.ts';
import { wordApiError } from '../ipc/views/error-words.ts';
import { feedStateText } from '../ipc/views/feed-view.ts';
import type { Later, Parts } from './parts.ts';

/** Gives diagnostics all that they look at. */
export function buildDiagnostics(
  parts: Pick<Parts, 'foundation' | 'notices' | 'system' | 'accounts' | 'feeds' | 'window'>,
  later: Later<'entry' | 'tray'>,
): CreatedDiagnostics {
  const { clock, host, log, marker, safeMode, settings, settingsProblems } = parts.foundation;
  const { streamTimes } = parts.foundation;
  const { history, historyIsReadable } = parts.notices;
  const { bus, cipher, fetch, network, secrets, surroundings } = parts.system;
  const { accounts } = parts.accounts;
  const { feeds } = parts.feeds;
  const { crashes, feed } = parts.window;

  return createDiagnostics({
    clock,
    log,
    logPath: host.logPath,
    accounts,
    feeds,
    fetch,
    account: {
      streamTime: (accountId) => streamTimes.get(accountId),
      handle: ({ stored: account }) => accountHandle(account),
      wordState: accountStateText,
      wordError: wordApiError,
      proxyFor: (url) => network.proxyFor(url),
    },
    feed: {
      streamTime: (feedId) => streamTimes.get(feedId),
      wordState: feedStateText,
      proxyFor: (url) => network.proxyFor(url),
    },
    desktop: {
      secrets: () => secrets.view(),
      backend: cipher.backend,
      bus,
      toastBus: process.platform === 'linux' ? bus : null,
      systemToasts: { name: systemName, supported: host.notifications.isSupported() },
      trayHost: () => later.tray().host.state(),
      autostart: () => later.entry().entry.autostartState(),
      startAtLogin: () => settings().startAtLogin,
      desktop: () => surroundings.state,
    },
    computer: {
      profileDir: host.profileDir,
      safeMode,
      settingsHadProblem: () => settingsProblems.all.length > 0,
      historyIsReadable: () => historyIsReadable,
      historyExtent: () => history.extent(),
      lostLogLines: () => log.lost,
      lastRun: marker.lastRun,
      crashDumps: () => crashes.dumps(),
    },
    facts: {
      version: host.version,
      versions: process.versions,
      platform: process.platform,
      arch: process.arch,
      system: systemName,
      env: process.env,
      packaged: host.isPackaged,
    },
    onChange: () => feed.diagnosticsChanged(),
  });
}
