/** How Suzu starts, is reached, and keeps its settings. */
export const entryEn = {
  settingsRestored: (file: string) =>
    `The settings file could not be read, and was kept as ${file}. Suzu uses the last good settings instead.`,
  settingsAccountsUnread: (file: string) =>
    `Some accounts in the settings file could not be read. They stay in ${file}, but Suzu does without them: correct the file and restart Suzu, or sign in again.`,
  settingsFeedsUnread: (file: string) =>
    `Some feeds in the settings file could not be read. They stay in ${file}, but Suzu does without them: correct the file and restart Suzu, or make them anew.`,
  settingsUnusable: (fields: string, file: string) =>
    `Some values in the settings file cannot be used, so Suzu does without them (${fields}). Correct ${file} and restart Suzu, or choose anew in the settings.`,
  autostart: {
    /** In the list of programs that start at login. */
    comment: 'A small bell for Misskey',
    disabled:
      'It was switched off in the system’s own settings. Choose again here to switch it on.',
    missing:
      'The entry that starts Suzu was removed from the system. Choose again here to bring it back.',
    'other-profile': 'Suzu starts at login with another profile. Choose here to start this one.',
    foreign: (file: string) =>
      `${file} was not written by Suzu, or was changed since, so Suzu leaves it as it is. Delete that file to choose here.`,
    'needs-approval':
      'macOS waits for your consent: allow Suzu in System Settings, under General › Login Items.',
    'not-writable': (file: string) =>
      `${file} could not be changed. Check the folder’s permissions and that the disk is not full.`,
    'odd-path':
      'The path of Suzu has characters that no entry for the login can hold. Move Suzu to another folder.',
    refused: 'The system did not accept this. Look at its own settings for programs at login.',
    demo: 'The demo does not start at login.',
  },
  shortcut: {
    names: { toggleWindow: 'Show or hide the window', snooze: 'Pause notifications' },
    malformed: (keys: string) =>
      `${keys} cannot be used. Take a key together with Ctrl, Alt or Super, or a function key.`,
    taken: (keys: string) => `${keys} belongs to another program or to the desktop. Take another.`,
    twice: (keys: string) => `${keys} is Suzu’s own shortcut for something else. Take another.`,
    lost: (name: string, keys: string) =>
      `The shortcut ${keys} (${name}) does not work: another program has it. Choose another in the settings.`,
    wayland:
      'Under Wayland the desktop decides about shortcuts, and may ask you once. Where none of them works, let the desktop’s own keyboard settings run “suzu --toggle” or “suzu --snooze=1h”.',
  },
  link: {
    malformed: 'A link to Suzu was not understood, so nothing was opened.',
    unknownAccount: (account: string) =>
      `A link leads to the account ${account}, which is not signed in here. Sign in, then open the link again.`,
  },
  exchange: {
    exportTitle: 'Export settings',
    importTitle: 'Import settings',
    fileKind: 'Suzu settings',
    notWritten: (file: string) =>
      `${file} could not be written. Choose another folder, or check that the disk is not full.`,
    notRead: (file: string) => `${file} could not be read. Check its permissions.`,
    notOurs: (file: string) =>
      `${file} was not exported from Suzu, or is damaged. Nothing was changed.`,
    newer: (file: string) =>
      `${file} was exported from a newer Suzu. Update Suzu, then import it again. Nothing was changed.`,
    wrongField: (field: string) =>
      `The file has a value that Suzu cannot use, at “${field}”. Nothing was changed.`,
    exported: (file: string) => `The settings were saved as ${file}. No access tokens are in it.`,
    imported: 'The settings were imported.',
    importedWithout: (accounts: string) =>
      `The settings were imported. Not signed in here: ${accounts}. Sign in and import once more for their timelines.`,
    /** Behind one of the sentences above. */
    feedsOff: (count: number) =>
      count === 1
        ? 'A feed that is new here is off: look at it under Settings → Feeds, and switch it on.'
        : `${count} feeds that are new here are off: look at them under Settings → Feeds, and switch them on.`,
  },
};

export type EntryMessages = typeof entryEn;
