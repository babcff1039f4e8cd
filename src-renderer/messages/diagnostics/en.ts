import { counter } from '../plural.ts';

const counted = counter('en');

/** The words of the pages "Diagnostics" and "About". */
export const diagnosticsEn = {
  page: 'Diagnostics',
  keywords: 'problem error broken check health debug log support bug',
  checks: 'What works and what does not',
  again: 'Check again',
  checking: 'Checking…',
  allWell: 'Everything that was looked at works.',
  troubles: (count: number) =>
    counted(count, {
      one: '1 thing needs a look.',
      other: `${count} things need a look.`,
    }),
  groups: {
    accounts: 'Accounts and servers',
    feeds: 'Feeds',
    desktop: 'Desktop',
    computer: 'This computer',
  },
  states: {
    checking: 'Checking',
    works: 'Works',
    attention: 'Needs a look',
    fails: 'Does not work',
    absent: 'Not on this system',
  },
  testToast: 'Test notification',
  testToastHint: 'Shows one the way notices are shown.',
  testToastShow: 'Show one',
  facts: 'This Suzu',
  report: 'Report',
  reportHint:
    'For asking for help: what stands above, and the warnings of the log. It holds no access tokens and no notes.',
  withNames: 'With the names of my accounts and servers',
  withNamesHint: 'Without, they stand there as “account 1” and “server 1”.',
  share: 'Pass it on',
  copy: 'Copy',
  copied: 'Report copied',
  save: 'Save…',
  preview: 'Read it first',
  help: 'When nothing else helps',
  safeMode: 'Safe mode',
  safeModeHint:
    'Restarts Suzu without graphics acceleration, with default rules, looks and sounds. Your settings are untouched.',
  safeModeOn: 'Suzu runs in safe mode now. Changed settings last until it quits.',
  restartSafe: 'Restart in safe mode',
  restartNormal: 'Restart in normal mode',
  logFolder: 'Log',
  logFolderHint: 'Kept on this computer only, without access tokens and notes.',
  openLogFolder: 'Open the folder',
  about: {
    page: 'About',
    keywords: 'version licence license copyright privacy',
    name: (version: string) => `Suzu ${version}`,
    what: 'A small bell for Misskey: it lives in the tray and rings when something happens on your accounts.',
    homepage: 'Home page',
    openHomepage: 'Open',
    privacy: 'Privacy',
    privacyText:
      'Suzu talks to the servers of your accounts; pictures and videos come from where those say. Where updates are switched on, it looks for them. It sends no statistics and no crash reports to anybody.',
    license: (name: string) => `Free software under the licence ${name}, without any warranty.`,
    licences: 'Licences',
    parts: 'Of everything that Suzu is made of',
    show: 'Show',
    hide: 'Hide',
  },
};

export type DiagnosticsMessages = typeof diagnosticsEn;
