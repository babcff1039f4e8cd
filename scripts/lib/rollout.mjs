// @ts-check

/**
 * A feed of updates (`latest*.yml`) that offers its version to a part of all installs. electron-updater
 * reads it: https://www.electron.build/docs/features/auto-update#staged-rollouts
 * @param {string} feed
 * @param {number} percent whole; at 100 the feed offers its version to everybody, as without a word of it
 */
export function withRollout(feed, percent) {
  const rest = feed.replace(/^stagingPercentage:.*\r?\n?/gm, '');
  if (percent === 100) return rest;
  return `${rest.replace(/\n*$/, '\n')}stagingPercentage: ${percent}\n`;
}

/**
 * @param {string | undefined} typed
 * @returns {number | null} null where it is no whole number from 0 to 100
 */
export function readPercent(typed) {
  return typed !== undefined && /^(\d|[1-9]\d|100)$/.test(typed) ? Number(typed) : null;
}
