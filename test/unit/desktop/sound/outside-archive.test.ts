import { expect, test } from 'vitest';
import { outsideArchive } from '../../../../src-main/desktop/sound/outside-archive.ts';

test.each([
  [
    '/opt/Suzu/resources/app.asar/assets/sounds/bell.wav',
    '/opt/Suzu/resources/app.asar.unpacked/assets/sounds/bell.wav',
  ],
  ['C:\\Suzu\\resources\\app.asar\\bell.wav', 'C:\\Suzu\\resources\\app.asar.unpacked\\bell.wav'],
  ['/home/akari/suzu/assets/sounds/bell.wav', '/home/akari/suzu/assets/sounds/bell.wav'],
  ['/home/akari/my-app.asar/bell.wav', '/home/akari/my-app.asar/bell.wav'],
])('%s is read from %s', (path, outside) => {
  expect(outsideArchive(path)).toBe(outside);
});
