// @ts-check

/**
 * Something that the virtual desktop, Electron or the tests need, and the Debian package that brings it.
 * @typedef {object} Requirement
 * @property {string} name a program, a library's soname, a module of Python's, or a font's file
 * @property {readonly [string, ...string[]]} packages the package's names over Debian's and Ubuntu's
 *   releases, the newest first; the first that exists is meant
 */

/** @type {readonly Requirement[]} */
export const programs = [
  { name: 'Xvfb', packages: ['xvfb'] },
  { name: 'xsetroot', packages: ['x11-xserver-utils'] },
  { name: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { name: 'desktop-file-validate', packages: ['desktop-file-utils'] },
  { name: 'dunst', packages: ['dunst'] },
  { name: 'dunstctl', packages: ['dunst'] },
  { name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { name: 'setpriv', packages: ['util-linux'] },
  { name: 'xprop', packages: ['x11-utils'] },
  { name: 'xfce4-panel', packages: ['xfce4-panel'] },
  { name: 'xfwm4', packages: ['xfwm4'] },
];

/** What Electron links to or loads. @type {readonly Requirement[]} */
export const libraries = [
  { name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { name: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { name: 'libatspi.so.0', packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { name: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { name: 'libdrm.so.2', packages: ['libdrm2'] },
  { name: 'libgbm.so.1', packages: ['libgbm1'] },
  { name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { name: 'libnotify.so.4', packages: ['libnotify4'] },
  { name: 'libnss3.so', packages: ['libnss3'] },
  { name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  { name: 'libXcomposite.so.1', packages: ['libxcomposite1'] },
  { name: 'libXdamage.so.1', packages: ['libxdamage1'] },
  { name: 'libXrandr.so.2', packages: ['libxrandr2'] },
  { name: 'libxkbcommon.so.0', packages: ['libxkbcommon0'] },
];

/** Latin, Chinese, Japanese, Korean and emoji: the text that Misskey's users write. @type {readonly Requirement[]} */
export const fonts = [
  { name: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', packages: ['fonts-dejavu-core'] },
  { name: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', packages: ['fonts-noto-cjk'] },
  {
    name: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
    packages: ['fonts-noto-color-emoji'],
  },
];

/** Servers that are not ours and the tools to feed them: what the tests let Suzu listen to. @type {readonly Requirement[]} */
export const testServers = [
  { name: 'mosquitto', packages: ['mosquitto'] },
  { name: 'mosquitto_pub', packages: ['mosquitto-clients'] },
  { name: 'nginx', packages: ['nginx'] },
  { name: 'php', packages: ['php-cli'] },
];

/** Modules of the system's own Python, for a server among the tests. @type {readonly Requirement[]} */
export const pythonModules = [{ name: 'websockets', packages: ['python3-websockets'] }];

/** What of it Debian would start at each boot; a test starts its own. */
export const unwantedServices = ['mosquitto.service', 'nginx.service'];
