import { expect, test } from 'vitest';
import { parseAccelerator } from '../../../../src-main/desktop/shortcuts/accelerator.ts';

test.each([
  ['CommandOrControl+Shift+S', 'CommandOrControl+Shift+S'],
  ['shift+ctrl+s', 'Control+Shift+S'],
  ['Super + Alt + 1', 'Alt+Super+1'],
  ['Meta+F5', 'Super+F5'],
  ['F12', 'F12'],
  ['Shift+F24', 'Shift+F24'],
  ['MediaPlayPause', 'MediaPlayPause'],
  ['Ctrl+pageup', 'Control+PageUp'],
  ['Ctrl+Plus', 'Control+Plus'],
  ['Alt+,', 'Alt+,'],
  ['Ctrl+num5', 'Control+num5'],
])('%s is %s', (text, accelerator) => {
  expect(parseAccelerator(text)).toBe(accelerator);
  expect(parseAccelerator(accelerator)).toBe(accelerator);
});

test.each([
  '',
  'S',
  'Shift+S',
  'Return',
  'Ctrl',
  'Ctrl+',
  'Ctrl++S',
  'Ctrl+Ctrl+S',
  'Ctrl+control+S',
  'Hyper+S',
  'Ctrl+SS',
  'Ctrl+F25',
  'Ctrl+F0',
  'Ctrl+鈴',
  'Ctrl+S+Shift',
  `Ctrl+${'S'.repeat(200)}`,
])('%j is none that may be taken', (text) => {
  expect(parseAccelerator(text)).toBeNull();
});
