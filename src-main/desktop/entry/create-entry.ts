import { app, globalShortcut } from 'electron';
import type { Feeds } from '../../engine/feeds/feeds.ts';
import type { Log } from '../../engine/log.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import type { Commands } from '../../ipc/commands/commands.ts';
import type { DesktopCalls } from '../../ipc/contract.ts';
import { createAutostart } from '../autostart/create-autostart.ts';
import type { CommandLine } from '../command-line.ts';
import type { ProfileStore } from '../settings.ts';
import { SettingsTransfer } from '../settings-transfer.ts';
import { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { isWayland } from '../shortcuts/offer.ts';
import { Entry } from './entry.ts';
import type { EntryOptions } from './entry-options.ts';
import { fileDialogs } from './file-dialogs.ts';
import { exportAnswer, importAnswer } from './words.ts';

export interface CreateEntryOptions
  extends Omit<EntryOptions, 'autostart' | 'shortcuts' | 'shortcutsAreDoubtful' | 'hasOwnSource'> {
  readonly commandLine: CommandLine;
  readonly profile: ProfileStore;
  readonly accounts: Accounts;
  readonly feeds: Feeds;
  /** Whether notifications pause at present. */
  readonly isPaused: () => boolean;
  readonly log: Log;
}

export interface CreatedEntry {
  readonly entry: Entry;
  /** What the window may ask about the ways in. */
  readonly calls: Commands<DesktopCalls>;
}

/** The ways in on this desktop. */
export function createEntry(options: CreateEntryOptions): CreatedEntry {
  const { commandLine, profile, accounts, feeds, isPaused, log, messages, settings, actions } =
    options;
  const entry = new Entry({
    ...options,
    autostart: commandLine.demo
      ? null
      : createAutostart({
          program: {
            platform: process.platform,
            env: process.env,
            execPath: process.execPath,
            appPath: app.getAppPath(),
            isPackaged: app.isPackaged,
            profile: commandLine.userDataDir === null ? null : app.getPath('userData'),
          },
          items: app,
          choice: () => (settings().startAtLogin === 'window' ? 'window' : 'tray'),
          log,
        }),
    shortcuts: new GlobalShortcuts({
      registry: globalShortcut,
      actions: {
        toggleWindow: actions.toggleWindow,
        snooze: () =>
          entry.carryOut([{ kind: 'snooze', snooze: isPaused() ? 'off' : { minutes: 60 } }]),
      },
      log,
    }),
    shortcutsAreDoubtful: isWayland(process.env),
    hasOwnSource: () =>
      accounts
        .all()
        .some(({ stored: { addedBy } }) => addedBy === 'miauth' || addedBy === 'token') ||
      feeds.all().some(({ stored: { addedBy } }) => addedBy === 'user'),
  });
  const transfer = new SettingsTransfer({
    dialogs: fileDialogs(messages),
    profile: profile.get,
    backUp: profile.backUp,
    changeSettings: options.changeSettings,
    restoreAccount: ({ id, timelines, timeline, emojis, presence }) => {
      if (accounts.get(id) === undefined) return false;
      accounts.timelines.replace(id, { timelines, timeline });
      accounts.changeEmojis(id, () => emojis);
      accounts.setPresence(id, presence);
      return true;
    },
    restoreFeed: (feed) => feeds.restore(feed),
  });
  return {
    entry,
    calls: {
      setStartAtLogin: (choice) => entry.setStartAtLogin(choice),
      setShortcut: (name, accelerator) => entry.setShortcut(name, accelerator),
      exportSettings: async () => exportAnswer(await transfer.export(), messages()),
      importSettings: async () => importAnswer(await transfer.import(), messages()),
    },
  };
}
