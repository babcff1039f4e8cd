import { expect, test } from 'vitest';
import type { FileView } from '../../../../src-main/ipc/contract.ts';
import { isViewable } from '../../../../src-renderer/viewer/viewable.ts';
import { viewerCommandOf } from '../../../../src-renderer/viewer/viewer-keys.ts';
import { file } from '../../../support/window-harness/fixtures/note.ts';

test.each([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['+', 'zoom-in'],
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['0', 'zoom-reset'],
  ['x', null],
  ['Escape', null],
])('%s means %s', (key, command) => {
  expect(viewerCommandOf({ key, modified: false }, false)).toBe(command);
  expect(viewerCommandOf({ key, modified: true }, false)).toBeNull();
});

test('on a player the arrows are its own', () => {
  expect(viewerCommandOf({ key: 'ArrowRight', modified: false }, true)).toBeNull();
  expect(viewerCommandOf({ key: '+', modified: false }, true)).toBe('zoom-in');
});

test.each([
  ['image', true],
  ['video', true],
  ['audio', true],
  ['other', false],
] as const)('a file of the kind %s is shown in the window: %s', (kind: FileView['kind'], shown) => {
  expect(isViewable(file('a', { kind, media: 'suzu://app/media/a' }))).toBe(shown);
  expect(isViewable(file('a', { kind, media: null }))).toBe(false);
});
