import { type CreatedEntry, createEntry } from '../desktop/entry/create-entry.ts';
import type { Later, Parts } from './parts.ts';

/** Makes the ways in: at login, by shortcut, by link, by the command line. */
export function buildEntry(
  parts: Pick<Parts, 'foundation' | 'notices' | 'accounts' | 'feeds' | 'window'>,
  later: Later<'commands'>,
): CreatedEntry {
  const { clock, commandLine, host, log, messages, profile, settings } = parts.foundation;
  const { bell } = parts.notices;
  const { accounts } = parts.accounts;
  const { feeds } = parts.feeds;
  const { window, feed } = parts.window;

  return createEntry({
    commandLine,
    profile,
    accounts,
    feeds,
    clock,
    log,
    messages,
    settings,
    changeSettings: (changes) => later.commands().changeSettings(changes),
    isPaused: () => bell.pausedUntil !== null,
    setBanner: (banner) => feed.setBanner(banner),
    removeBanner: (id) => feed.removeBanner(id),
    onChange: () => feed.desktopChanged(),
    actions: {
      toggleWindow: () => window.toggle(),
      showWindow: () => window.show(),
      pauseUntil: (until) => bell.pauseUntil(until),
      markAllRead: () => void later.commands().commands.markAllRead(),
      quit: () => host.quit(),
      hasAccount: (accountId) => accounts.get(accountId) !== undefined,
      offerSignIn: (server) => {
        feed.signInEnded({ phase: 'idle', server });
        feed.go({ view: 'sign-in' });
      },
      showNote: (accountId, noteId) => later.commands().showNote(accountId, noteId),
      showPerson: (accountId, handle) => later.commands().showPerson(accountId, handle),
    },
  });
}
