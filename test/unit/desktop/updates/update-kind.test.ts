import { expect, test } from 'vitest';
import { type Install, whyNoUpdates } from '../../../../src-main/desktop/updates/update-kind.ts';

const appImage: Install = {
  platform: 'linux',
  isPackaged: true,
  isFromStore: false,
  env: { APPIMAGE: '/home/alice/Suzu.AppImage', APPDIR: '/tmp/.mount_Suzu1' },
  execPath: '/tmp/.mount_Suzu1/suzu',
  hasFeed: true,
};
const windows: Install = {
  ...appImage,
  platform: 'win32',
  env: {},
  execPath: 'C:\\Suzu\\Suzu.exe',
};
const mac: Install = { ...windows, platform: 'darwin', execPath: '/Applications/Suzu.app' };

test.each<[string, Install, ReturnType<typeof whyNoUpdates>]>([
  ['an AppImage', appImage, null],
  ['an installer for Windows', windows, null],
  ['an app for macOS', mac, null],
  ['from source', { ...appImage, isPackaged: false }, 'source'],
  ['built without a feed', { ...mac, hasFeed: false }, 'source'],
  ['a deb or rpm', { ...appImage, env: {}, execPath: '/opt/Suzu/suzu' }, 'managed'],
  ['a deb that another AppImage started', { ...appImage, execPath: '/opt/Suzu/suzu' }, 'managed'],
  [
    'a deb in a folder that begins like the mount of another AppImage',
    { ...appImage, execPath: '/tmp/.mount_Suzu12/suzu' },
    'managed',
  ],
  ['the App Store', { ...mac, isFromStore: true }, 'managed'],
  ['a Flatpak', { ...appImage, env: { ...appImage.env, FLATPAK_ID: 'app.suzu' } }, 'managed'],
  ['a snap', { ...appImage, env: { ...appImage.env, SNAP: '/snap/suzu/1' } }, 'managed'],
  [
    'a portable program',
    { ...windows, env: { PORTABLE_EXECUTABLE_FILE: 'D:\\Suzu.exe' } },
    'portable',
  ],
])('%s', (_what, install, reason) => {
  expect(whyNoUpdates(install)).toBe(reason);
});
