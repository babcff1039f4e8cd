/** The words of updates. */
export const updatesEn = {
  label: 'Updates',
  automatic: 'Update automatically',
  automaticText: 'New versions are downloaded in the background and installed when Suzu quits.',
  keywords: 'new version upgrade download',
  state: 'This version',
  unsupported: {
    source: 'This Suzu was built without a place to get new versions from.',
    managed: 'Your system’s package manager or store brings new versions.',
    portable: 'The portable Suzu does not update itself. Download new versions yourself.',
  },
  isOff: 'Suzu does not check for new versions.',
  idle: 'Suzu checks for new versions by itself.',
  current: 'This is the newest version.',
  failed: 'The last check failed. Suzu tries again later.',
  checking: 'Checking for a new version…',
  downloading: (version: string, percent: string) => `Downloading ${version}: ${percent}`,
  ready: (version: string) => `${version} is ready. It is installed when Suzu quits.`,
  check: 'Check now',
  restart: 'Restart now',
  restartTo: (version: string) => `Restart to update to ${version}`,
};

export type UpdateMessages = typeof updatesEn;
