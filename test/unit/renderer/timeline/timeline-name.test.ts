import { describe, expect, test } from 'vitest';
import type { PinnedTimeline, TimelineSpec } from '../../../../src-main/ipc/contract.ts';
import { messagesIn } from '../../../../src-renderer/messages/index.ts';
import { switchesText, timelineName } from '../../../../src-renderer/timeline/timeline-name.ts';

const words = messagesIn('en').timeline;
const switches = { withRenotes: true, withReplies: false, withFiles: false };
const named = (spec: TimelineSpec, name: string | null = null) =>
  timelineName({ spec, name }, words);

describe('a timeline is called', () => {
  test('by Suzu’s word, as the server calls it, or by its kind while that is not known', () => {
    expect(named({ kind: 'social', switches })).toBe('Social');
    expect(named({ kind: 'list', id: '1', switches }, 'パンと花')).toBe('パンと花');
    expect(named({ kind: 'antenna', id: '1', switches })).toBe('Antenna');
  });

  test('by its tags, as they belong together', () => {
    const anyOf = [['cats', 'dogs'], ['birds']];
    expect(named({ kind: 'hashtag', anyOf, switches })).toBe('#cats + #dogs, #birds');
  });
});

test.each([
  [{}, ''],
  [{ withRenotes: false }, 'no renotes'],
  [{ withRenotes: false, withFiles: true }, 'no renotes, only with files'],
  // Not one of its switches.
  [{ withReplies: true }, ''],
])('switches %j read %j', (changed, expected) => {
  const pinned: PinnedTimeline = {
    key: 'home',
    spec: { kind: 'home', switches: { ...switches, ...changed } },
    name: null,
    switches: ['withRenotes', 'withFiles'],
  };
  expect(switchesText(pinned, words)).toBe(expected);
});
