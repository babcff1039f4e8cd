/** What the command line says. */
export const commandLineEn = {
  usage: [
    'Usage: suzu [options] [suzu:// link]',
    '',
    '  --hidden                 start in the tray without a window',
    '  --user-data-dir=DIR      use a separate profile',
    '  --account=https://HOST --token-file=FILE',
    '                           add or replace that account; http only for this computer',
    '  --safe-mode              start without graphics acceleration and own settings',
    '  --demo                   run on the embedded demo server',
    '  --trace                  write what happens to stdout, one JSON object a line',
    '  --help, --version        show this, or the version',
    '',
    'To the Suzu that is running:',
    '',
    '  --toggle                 show or hide its window',
    '  --snooze=30m|1h|2h30m|tomorrow|off',
    '                           pause notifications, or resume them',
    '  --mark-read              mark everything as read',
    '  --quit                   end it',
  ].join('\n'),
  unknownOption: (option: string) => `${option} is not an option of Suzu. See --help.`,
  missingValue: (option: string) => `${option} needs a value, like ${option}=….`,
  badAccount: (value: string) =>
    `--account=${value} is not a server’s address. Write it like https://example.social; http only for this computer.`,
  accountWithoutTokenFile: '--account needs --token-file=FILE, a file that holds the access token.',
  tokenFileWithoutAccount: '--token-file needs --account=https://HOST, the server it belongs to.',
  tokenFileMissing: (file: string) => `The token file ${file} does not exist.`,
  tokenFileUnreadable: (file: string) =>
    `The token file ${file} cannot be read. Check its permissions.`,
  tokenFileNoToken: (file: string) =>
    `The token file ${file} does not hold an access token on a single line.`,
  tokenFileExposed: (file: string) =>
    `Others on this computer can read the token file ${file}. Protect it with: chmod 600 ${file}`,
  alreadyRunning: 'Suzu is running already.',
  badSnooze: (value: string) =>
    `--snooze=${value} is no length of time. Write it like 30m, 1h, 2h30m (up to 7 days), tomorrow or off.`,
  badLink: (link: string) =>
    `${link} is no link that Suzu understands. See “Links” in its documentation.`,
  notRunning: 'Suzu is not running.',
  profileNotWritable: (folder: string) =>
    `The profile ${folder} cannot be written, so Suzu cannot start. Check the folder’s permissions and the disk.`,
};

export type CommandLineMessages = typeof commandLineEn;
