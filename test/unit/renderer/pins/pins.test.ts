import { describe, expect, test } from 'vitest';
import type { PinnedTimeline, TimelineSpec } from '../../../../src-main/ipc/contract.ts';
import { isPinned } from '../../../../src-renderer/pins/is-pinned.ts';
import { tagSets, tagsIn } from '../../../../src-renderer/pins/tags.ts';

test.each([
  ['', []],
  ['  # ＃ , ', []],
  ['#cats', ['cats']],
  ['cats dogs', ['cats', 'dogs']],
  ['猫　＃写真、犬,#鳥', ['猫', '写真', '犬', '鳥']],
  ['Cats cats #CATS dogs', ['Cats', 'dogs']],
  ['c#', ['c#']],
])('the tags in %j are %j', (text, expected) => {
  expect(tagsIn(text)).toEqual(expected);
});

test('a note must have all the tags, or any', () => {
  expect(tagSets(['cats', 'dogs'], 'all')).toEqual([['cats', 'dogs']]);
  expect(tagSets(['cats', 'dogs'], 'any')).toEqual([['cats'], ['dogs']]);
});

describe('whether a timeline is pinned', () => {
  const switches = { withRenotes: true, withReplies: false, withFiles: false };
  const pinned: readonly PinnedTimeline[] = [
    {
      key: 'local?withReplies',
      spec: { kind: 'local', switches: { ...switches, withReplies: true } },
      name: null,
      switches: ['withRenotes', 'withReplies', 'withFiles'],
    },
    {
      key: 'list:1',
      spec: { kind: 'list', id: '1', switches: { ...switches, withReplies: true } },
      name: 'Friends',
      switches: ['withRenotes'],
    },
  ];

  test.each<[string, TimelineSpec, boolean]>([
    ['with other switches', { kind: 'local', switches }, false],
    [
      'with the same switches',
      { kind: 'local', switches: { ...switches, withReplies: true } },
      true,
    ],
    [
      'where only a switch differs that it does not have',
      { kind: 'list', id: '1', switches },
      true,
    ],
    ['of another thing', { kind: 'list', id: '2', switches }, false],
    ['of the same id and another kind', { kind: 'antenna', id: '1', switches }, false],
  ])('%s', (_name, spec, expected) => {
    expect(isPinned(pinned, spec)).toBe(expected);
  });
});
