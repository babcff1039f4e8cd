/** How Suzu starts, its global shortcuts, and its settings as a file. */
export const entryEn = {
  question: {
    title: 'Start Suzu when you log in?',
    text: 'It waits in the tray and rings, so that you miss nothing. You can change this in the settings at any time.',
    answers: { tray: 'In the tray', window: 'With its window', off: 'No' },
    done: {
      tray: 'Suzu will start in the tray when you log in.',
      window: 'Suzu will start with its window when you log in.',
      off: 'Suzu will not start by itself.',
    },
  },
  startUp: {
    page: 'Start-up',
    login: 'When you log in',
    start: 'Start Suzu',
    choices: { off: 'Never', tray: 'In the tray', window: 'With its window' },
    keywords: 'autostart login boot launch automatically hidden tray',
    file: 'These settings as a file',
    fileHint:
      'Rules, looks, shortcuts and pinned timelines, for another computer. Access tokens are never in it.',
    transfer: 'Export or import',
    export: 'Export…',
    import: 'Import…',
    fileKeywords: 'backup restore export import transfer file',
  },
  shortcuts: {
    page: 'Shortcuts',
    anywhere: 'Anywhere on this computer',
    anywhereHint: 'They work whichever program you are in.',
    names: { toggleWindow: 'Show or hide the window', snooze: 'Pause notifications' },
    hints: {
      toggleWindow: '',
      snooze: 'For one hour; once more resumes them.',
    },
    keywords: 'global hotkey accelerator keyboard key combination snooze',
    none: 'None',
    record: (name: string) => `Record the shortcut: ${name}`,
    recording: 'Press the keys… Esc cancels',
    clear: (name: string) => `Remove the shortcut: ${name}`,
    unusable: 'Take a key together with Ctrl, Alt or Super, or a function key.',
    set: (name: string, keys: string) => `${name}: ${keys}`,
    here: 'In this window',
    list: 'Keys of the lists',
    show: 'Show',
    listKeywords: 'keys help list keyboard',
  },
};

export type EntryMessages = typeof entryEn;
