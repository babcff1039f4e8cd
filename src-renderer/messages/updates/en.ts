/** The words of updates. */
export const updatesEn = {
  label: 'Updates',
  automatic: 'Update by itself',
  automaticText: 'New versions come without a word, and are put in when Suzu quits.',
  keywords: 'new version upgrade download',
  state: 'This version',
  unsupported: {
    source: 'This Suzu was built without a place to get new versions from.',
    managed: 'Your system’s package manager or store brings new versions.',
    portable: 'The portable Suzu does not renew itself. Download new versions yourself.',
  },
  isOff: 'Suzu does not look for new versions.',
  idle: 'Suzu looks for new versions by itself.',
  current: 'This is the newest version.',
  failed: 'The last look for a new version failed. Suzu tries again later.',
  checking: 'Looking for a new version…',
  downloading: (version: string, percent: string) => `Downloading ${version}: ${percent}`,
  ready: (version: string) => `${version} is ready. It is put in when Suzu quits.`,
  check: 'Look now',
  restart: 'Restart now',
};

export type UpdateMessages = typeof updatesEn;
