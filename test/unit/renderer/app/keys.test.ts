import { describe, expect, test } from 'vitest';
import { commandOf, type KeyFacts, steppedIndex } from '../../../../src-renderer/app/keys.ts';

const press = (key: string, given: Partial<KeyFacts> = {}) =>
  commandOf({ key, modified: false, focus: 'page', ...given });

test.each([
  ['f', true, 'find'],
  ['F', true, 'find'],
  ['f', false, null],
  ['g', true, null],
] as const)('%s, accelerated: %s, means %s, also while one types', (key, accelerated, expected) => {
  for (const focus of ['page', 'text'] as const) {
    expect(press(key, { accelerated, modified: accelerated, focus })).toBe(expected);
  }
});

describe('keys', () => {
  test.each([
    ['j', 'next'],
    ['J', 'next'],
    ['k', 'previous'],
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['1', 'notices'],
    ['2', 'timeline'],
    ['r', 'reply'],
    ['e', 'react'],
    ['+', 'react'],
    ['t', 'renote'],
    ['q', 'quote'],
    ['n', 'compose'],
    ['F5', 'reload'],
    ['?', 'help'],
    ['Escape', 'close'],
    ['x', null],
    ['Enter', null],
    ['constructor', null],
  ])('%s means %s', (key, expected) => {
    expect(press(key)).toBe(expected);
  });

  test.each(['j', '1', 'r', 'Escape'])('%s with a modifier is not ours', (key) => {
    expect(press(key, { modified: true })).toBeNull();
  });

  test.each(['j', '1', '?', 'Home', 'ArrowDown'])('%s in a text field is typed', (key) => {
    expect(press(key, { focus: 'text' })).toBeNull();
  });

  test('Escape closes from a text field too', () => {
    expect(press('Escape', { focus: 'text' })).toBe('close');
  });

  test('a widget keeps its arrows, and lets the letters through', () => {
    expect(press('ArrowDown', { focus: 'widget' })).toBeNull();
    expect(press('Home', { focus: 'widget' })).toBeNull();
    expect(press('j', { focus: 'widget' })).toBe('next');
  });
});

describe('steps', () => {
  test.each([
    ['next', 3, 0, 1],
    ['next', 3, 2, 2],
    ['previous', 3, 2, 1],
    ['previous', 3, 0, 0],
    ['first', 3, 2, 0],
    ['last', 3, 0, 2],
  ] as const)('%s of %d from %d leads to %d', (move, count, current, expected) => {
    expect(steppedIndex(move, count, current, 1)).toBe(expected);
  });

  test('the first step leads to what is on the screen', () => {
    expect(steppedIndex('next', 10, -1, 4)).toBe(4);
    expect(steppedIndex('previous', 10, -1, 4)).toBe(4);
    expect(steppedIndex('next', 10, -1, -1)).toBe(0);
  });

  test('there is nowhere to go in an empty list', () => {
    expect(steppedIndex('next', 0, -1, -1)).toBeNull();
  });
});
