import { expect, test } from 'vitest';
import { timelineAnchor, withTimelineAnchor } from '../../../../src-renderer/state/anchors.ts';

const none = { notices: null, timelines: [] };
const home = { accountId: 'alice', key: 'home' };
const at = (id: string) => ({ id, offset: 3 });

test('each timeline of each account has a place of its own', () => {
  const anchors = withTimelineAnchor(
    withTimelineAnchor(none, home, at('a')),
    { ...home, accountId: 'bob' },
    at('b'),
  );
  expect(timelineAnchor(anchors, home)).toEqual(at('a'));
  expect(timelineAnchor(anchors, { ...home, accountId: 'bob' })).toEqual(at('b'));
  expect(timelineAnchor(anchors, { ...home, key: 'local' })).toBeNull();
});

test('the top is no place to keep', () => {
  const anchors = withTimelineAnchor(withTimelineAnchor(none, home, at('a')), home, null);
  expect(anchors).toEqual(none);
});

test('holds nothing but the ref and the place', () => {
  const more = { ...home, notes: [] };
  expect(withTimelineAnchor(none, more, at('a')).timelines).toEqual([{ ...home, anchor: at('a') }]);
});

test('forgets the places that were read longest ago', () => {
  const anchors = Array.from({ length: 40 }, (_, index) => `list:${index}`).reduce(
    (before, key) => withTimelineAnchor(before, { accountId: 'alice', key }, at('a')),
    none as Parameters<typeof withTimelineAnchor>[0],
  );
  expect(anchors.timelines).toHaveLength(32);
  expect(anchors.timelines[0]?.key).toBe('list:39');
});
