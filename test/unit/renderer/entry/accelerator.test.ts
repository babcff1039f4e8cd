import { describe, expect, test } from 'vitest';
import { parseAccelerator } from '../../../../src-main/desktop/shortcuts/accelerator.ts';
import {
  keyNames,
  type PressedKey,
  recordKey,
} from '../../../../src-renderer/entry/accelerator.ts';

function pressed(held: string, key: string, code = ''): PressedKey {
  return {
    key,
    code,
    ctrlKey: held.includes('c'),
    altKey: held.includes('a'),
    shiftKey: held.includes('s'),
    metaKey: held.includes('m'),
  };
}

describe('a key press', () => {
  test.each([
    ['ca', 's', 'KeyS', 'Control+Alt+S'],
    ['cs', 'S', 'KeyS', 'Control+Shift+S'],
    ['m', 'n', 'KeyN', 'Super+N'],
    // Shift makes another character of a digit, and so does Option on a Mac.
    ['cs', '!', 'Digit1', 'Control+Shift+1'],
    ['a', 'ß', 'KeyS', 'Alt+S'],
    // A keyboard that is not laid out as an American one.
    ['c', 'a', 'KeyQ', 'Control+A'],
    ['c', 'ㄴ', 'KeyS', 'Control+S'],
    ['', 'F9', 'F9', 'F9'],
    ['s', 'F10', 'F10', 'Shift+F10'],
    ['c', ' ', 'Space', 'Control+Space'],
    ['c', '+', 'BracketRight', 'Control+Plus'],
    ['ca', 'ArrowUp', 'ArrowUp', 'Control+Alt+Up'],
    ['c', 'Enter', 'Enter', 'Control+Return'],
    ['c', '5', 'Numpad5', 'Control+num5'],
    ['c', ',', 'Comma', 'Control+,'],
    ['c', 'Tab', 'Tab', 'Control+Tab'],
  ])('%s and %s (%s) is %s, which the main process takes', (held, key, code, accelerator) => {
    expect(recordKey(pressed(held, key, code), false)).toEqual({ kind: 'keys', accelerator });
    expect(parseAccelerator(accelerator)).toBe(accelerator);
  });

  test('the Meta key is Command on a Mac', () => {
    const accelerator = 'Command+Control+S';
    expect(recordKey(pressed('mc', 's'), true)).toEqual({ kind: 'keys', accelerator });
    expect(parseAccelerator(accelerator)).toBe(accelerator);
  });

  test.each(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'])('%s alone is not all yet', (key) => {
    expect(recordKey(pressed('c', key), false)).toEqual({ kind: 'incomplete' });
  });

  test.each([
    ['', 's'],
    ['s', 'S'],
    ['', 'Enter'],
    ['', 'Delete'],
    ['c', 'Dead'],
    ['c', 'Process'],
    ['c', '鈴'],
  ])('%j and %s cannot be used', (held, key) => {
    expect(recordKey(pressed(held, key), false)).toEqual({ kind: 'unusable' });
  });

  test('Escape gives up, unless keys are held with it', () => {
    expect(recordKey(pressed('', 'Escape'), false)).toEqual({ kind: 'cancel' });
    expect(recordKey(pressed('c', 'Escape'), false)).toEqual({ kind: 'unusable' });
  });
});

test.each([
  ['linux', ['Ctrl', 'Alt', 'Super', 'S']],
  ['win32', ['Ctrl', 'Alt', 'Win', 'S']],
  ['darwin', ['⌃', '⌥', 'Super', 'S']],
] as const)('on %s the keys are called %j', (platform, names) => {
  expect(keyNames('Control+Alt+Super+S', platform)).toEqual(names);
});
