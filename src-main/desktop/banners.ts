import type { Messages } from '../engine/messages/index.ts';
import type { Banner } from '../ipc/contract.ts';
import type { CommandLineError } from './command-line.ts';
import { wordCommandLineError } from './command-line-words.ts';
import type { SettingsProblem } from './settings.ts';

/** Tells that something is wrong with the settings file. */
export function settingsBanner(problem: SettingsProblem, { banner, entry }: Messages): Banner {
  switch (problem.kind) {
    case 'broken': {
      const word = problem.restored ? entry.settingsRestored : banner.settingsBroken;
      return { id: 'settings', severity: 'warning', text: word(problem.savedAs) };
    }
    case 'newer':
      return { id: 'settings', severity: 'info', text: banner.settingsNewer(problem.savedAs) };
    case 'accounts-unread':
      return {
        id: 'settings-accounts',
        severity: 'warning',
        text: entry.settingsAccountsUnread(problem.file),
      };
    case 'feeds-unread':
      return {
        id: 'settings-feeds',
        severity: 'warning',
        text: entry.settingsFeedsUnread(problem.file),
      };
    case 'fields-unusable':
      return {
        id: 'settings-fields',
        severity: 'warning',
        text: entry.settingsUnusable(namedFields(problem.fields), problem.file),
      };
    case 'not-writable':
      return { id: 'settings-disk', severity: 'warning', text: banner.settingsNotWritable };
  }
}

/** A file may hold any number of wrong fields with names of any length; a banner has room for a few. */
function namedFields(fields: readonly string[]): string {
  const named = fields.slice(0, 4).map((field) => field.slice(0, 80));
  return [...named, ...(fields.length > named.length ? ['…'] : [])].join(', ');
}

/** Tells that an option on the command line is wrong. */
export function commandLineBanner(error: CommandLineError, messages: Messages): Banner {
  return {
    id: `command-line-${error.kind}`,
    severity: 'warning',
    text: wordCommandLineError(error, messages),
  };
}

/** Tells that the kept notices cannot be read. */
export function historyBanner({ banner }: Messages): Banner {
  return { id: 'history', severity: 'error', text: banner.historyUnreadable };
}

/** Tells that notices cannot be written. */
export function historyDiskBanner({ history }: Messages): Banner {
  return { id: 'history-disk', severity: 'warning', text: history.notOnDisk };
}

/** Tells why the window opened by itself. */
export function noTrayBanner({ banner }: Messages): Banner {
  return { id: 'no-tray', severity: 'warning', text: banner.noTray };
}
