import { counter } from '../plural.ts';

const counted = counter('en');

/** The words of the settings: the frame around the pages, and the pages without an area of their own. */
export const settingsEn = {
  sections: 'Sections of the settings',
  search: 'Search settings',
  searchClear: 'Clear the search',
  found: (count: number) =>
    counted(count, { one: '1 setting found', other: `${count} settings found` }),
  nothingFound: (query: string) => `No setting matches “${query}”. Try another word.`,
  add: 'Add',
  remove: (what: string) => `Remove ${what}`,
  removed: (what: string) => `${what} removed`,
  added: (what: string) => `${what} added`,
  numberBetween: (least: number, most: number) => `Type a whole number from ${least} to ${most}.`,
  openPage: (page: string) => `Open ${page}`,
  pages: {
    accounts: 'Accounts',
    appearance: 'Appearance',
  },
  accountsKeywords: 'order sign out remove log out',
  presenceKeywords: 'offline invisible polling hidden',
  looks: 'Looks',
  behaviour: 'Clicks',
  themeKeywords: 'dark light colours colors mode',
  textSizeKeywords: 'zoom font scale bigger smaller larger',
  languageKeywords: 'locale translation English Japanese Korean Chinese',
  theme: 'Theme',
  textSize: 'Text size',
  textSizeHint: 'Of everything in this window.',
  percent: (percent: number) => `${percent} %`,
  language: 'Language',
  languageSystem: 'System',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  clickOpens: 'A click on a notice opens it in',
  opens: { browser: 'The browser', window: 'This window' },
  secrets: 'Access tokens',
  storage: {
    keyring: 'Locked away in this computer’s keyring.',
    weak: 'Kept on this computer, only lightly scrambled: it offers no keyring.',
    session: 'Kept in memory until Suzu quits. You sign in again at each start.',
  },
  storageDiffers: 'Set up a keyring and start Suzu again, to have them locked away.',
};
