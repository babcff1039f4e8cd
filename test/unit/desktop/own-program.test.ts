import { expect, test } from 'vitest';
import { ownAppImage, programFile } from '../../../src-main/desktop/own-program.ts';

const mount = '/tmp/.mount_Suzu1';
const appImage = {
  platform: 'linux',
  env: { APPIMAGE: '/home/alice/Suzu.AppImage', APPDIR: mount },
  execPath: `${mount}/suzu`,
} as const;
const deb = '/opt/Suzu/suzu';

test('what runs from an AppImage is started again by its file', () => {
  expect(programFile(appImage)).toBe('/home/alice/Suzu.AppImage');
});

test.each([
  ['started in a terminal that is an AppImage', { ...appImage, execPath: deb }],
  ['beside a mount whose name begins alike', { ...appImage, execPath: `${mount}2/suzu` }],
  ['without a mount', { ...appImage, env: { ...appImage.env, APPDIR: '' }, execPath: deb }],
  ['with an AppImage that has no place', { ...appImage, env: { ...appImage.env, APPIMAGE: 'x' } }],
  ['on another system', { ...appImage, platform: 'darwin' as const }],
])('%s it is started again by itself', (_where, program) => {
  expect(ownAppImage(program)).toBeNull();
  expect(programFile(program)).toBe(program.execPath);
});

test('the portable program is started again where the user keeps it', () => {
  const program = {
    platform: 'win32' as const,
    env: { PORTABLE_EXECUTABLE_FILE: 'D:\\Suzu.exe' },
    execPath: 'C:\\Temp\\1\\Suzu.exe',
  };
  expect(programFile(program)).toBe('D:\\Suzu.exe');
  expect(programFile({ ...program, env: {} })).toBe(program.execPath);
});
