import { createRoot } from 'solid-js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StreamState } from '../../../../src-main/ipc/contract.ts';
import { sourcesOf } from '../../../../src-renderer/app/sources.ts';
import { emptyForm } from '../../../../src-renderer/feeds/connection-form.ts';
import { createFeedDrafts } from '../../../../src-renderer/feeds/drafts.ts';
import { placeBefore } from '../../../../src-renderer/feeds/place.ts';
import { feedKind, feedsSummary, stoppedFeeds } from '../../../../src-renderer/feeds/summary.ts';
import { hasUnsaved } from '../../../../src-renderer/feeds/unsaved.ts';
import { messagesIn } from '../../../../src-renderer/messages/index.ts';
import { account } from '../samples.ts';
import { feed, rule } from './samples.ts';

const words = messagesIn('en').feeds;
const inStates = (...states: readonly (StreamState | null)[]) =>
  states.map((state, index) => feed(`f${index}`, { state, on: state !== null }));

describe('how all feeds are', () => {
  test.each([
    [inStates('online', 'online'), 'All online'],
    [inStates('online', null), 'All online'],
    [inStates('online', 'waiting', 'connecting'), '1 of 3 online'],
    [inStates(null, null), 'All off'],
    [inStates('online', 'refused'), '1 needs attention'],
    [inStates('refused', 'refused', 'waiting'), '2 need attention'],
  ])('%#: %s', (feeds, summary) => {
    expect(feedsSummary(feeds, words)).toBe(summary);
  });

  test('those that only the user can mend are told apart', () => {
    const feeds = inStates('waiting', 'refused', null);
    expect(stoppedFeeds(feeds).map(({ id }) => id)).toEqual(['f1']);
  });

  test('a feed is called by its preset, or else by its system', () => {
    expect(feedKind(feed('a'), words)).toBe('Event stream · example.org');
    expect(feedKind(feed('a', { preset: 'ntfy' }), words)).toBe('ntfy · example.org');
  });
});

test('notices come from accounts that are signed in, and from feeds', () => {
  const state = {
    accounts: [account('alice'), account('watched', { guest: true })],
    feeds: [feed('feed-1', { name: 'Builds', color: '#123456' })],
  };
  expect(sourcesOf(state).map(({ name }) => name)).toEqual(['@alice@example.social', 'Builds']);
  expect(sourcesOf(state)[1]).toEqual({ id: 'feed-1', name: 'Builds', color: '#123456' });
});

test('a step on the way to a feed leads back to the one before', () => {
  expect(placeBefore({ kind: 'preset', id: 'ntfy' })).toEqual({ kind: 'choose' });
  expect(placeBefore({ kind: 'own', system: 'mqtt' })).toEqual({ kind: 'choose' });
  expect(placeBefore({ kind: 'choose' })).toBeNull();
  expect(placeBefore({ kind: 'feed', id: 'feed-1' })).toBeNull();
});

describe('what is typed and not saved', () => {
  let kept: Map<string, string>;
  const store = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  const draftsOf = (...ids: readonly string[]) => createRoot(() => createFeedDrafts(store(), ids));

  beforeEach(() => {
    kept = new Map();
  });

  test('a rule outlives the window, as long as its feed is there', () => {
    const drafts = draftsOf('a', 'b');
    drafts.keepRule('a', { ...rule, when: [{ field: 'x', is: 'exists', value: '' }] });
    drafts.keepRule('b', rule);
    expect(drafts.rule('a')).toMatchObject({ when: [{ field: 'x' }] });
    const later = draftsOf('b');
    expect(later.rule('b')).toEqual(rule);
    expect(later.rule('a')).toBeNull();
  });

  test('secrets do not', () => {
    const drafts = draftsOf('a');
    drafts.keepForm('a', { ...emptyForm('sse', ''), password: 'hush' });
    drafts.keepValues('ntfy', { token: 'hush' });
    expect(drafts.form('a')?.password).toBe('hush');
    expect(drafts.values('ntfy')).toEqual({ token: 'hush' });
    expect([...kept.values()].join()).not.toContain('hush');
  });

  test('what was saved or thrown away leaves nothing behind', () => {
    const drafts = draftsOf('a');
    drafts.keepRule('a', rule);
    drafts.keepForm('a', emptyForm('sse', ''));
    drafts.forget('a');
    expect([drafts.rule('a'), drafts.form('a'), kept.size]).toEqual([null, null, 0]);
  });

  test.each(['{', '{"a": {"title": 1}}', '[]'])('%s in the store is no draft', (text) => {
    kept.set('feed-rules', text);
    expect(draftsOf('a').rule('a')).toBeNull();
  });

  test('a store that is full costs no more than that', () => {
    const full = {
      ...store(),
      setItem: () => {
        throw new Error('full');
      },
    };
    const drafts = createRoot(() => createFeedDrafts(full, ['a']));
    drafts.keepRule('a', rule);
    expect(drafts.rule('a')).toEqual(rule);
  });

  test('is told in the list of the feeds', () => {
    const drafts = draftsOf('a');
    const own = feed('a', { rule });
    expect(hasUnsaved(drafts, own)).toBe(false);
    drafts.keepRule('a', { ...rule, title: 'x' });
    expect(hasUnsaved(drafts, own)).toBe(true);
    drafts.keepRule('a', null);
    drafts.keepForm('a', { ...emptyForm('sse', ''), url: 'https://elsewhere.example' });
    expect(hasUnsaved(drafts, own)).toBe(true);
  });
});
