import { createRoot } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { describe, expect, test } from 'vitest';
import type { NoteView, Patch, ReactionView } from '../../../../src-main/ipc/contract.ts';
import { createSnapshotStore } from '../../../../src-renderer/state/store.ts';
import { event } from '../feeds/samples.ts';
import { account, note, person, snapshot, timeline } from '../samples.ts';

const reaction = (key: string, count: number): ReactionView => ({
  key,
  name: null,
  image: null,
  count,
  mine: false,
});

/** A store with one timeline; `objects` are what is on the screen, by their identity. */
function opened(notes: readonly NoteView[]) {
  const initial = snapshot({ accounts: [account('alice')], timelines: [timeline({ notes })] });
  // As the feed brings it: no two places share an object.
  const store = createRoot(() => createSnapshotStore(JSON.parse(JSON.stringify(initial))));
  return { store, notes: () => store.state.timelines[0]?.notes.map((one) => unwrap(one)) ?? [] };
}

describe('a note that changed', () => {
  const before = note('a', { reactions: [reaction('👍', 1), reaction('❤', 2)] });

  test('stays the same object, and so does what did not change in it', () => {
    const { store, notes } = opened([before, note('b')]);
    const [a, b] = notes();
    const parts = { author: a?.author, heart: a?.reactions[1], thumb: a?.reactions[0] };
    store.apply([
      {
        kind: 'note-update',
        note: { ...before, reactions: [reaction('❤', 3), reaction('👍', 1)], repliesCount: 4 },
      },
    ]);
    const [next, other] = notes();
    expect(next).toBe(a);
    expect(other).toBe(b);
    expect(next?.repliesCount).toBe(4);
    expect(next?.author).toBe(parts.author);
    expect(next?.reactions.map(({ key, count }) => [key, count])).toEqual([
      ['❤', 3],
      ['👍', 1],
    ]);
    // A reaction that moved takes nobody else's place.
    expect(next?.reactions[0]).toBe(parts.heart);
    expect(next?.reactions[1]).toBe(parts.thumb);
  });

  test('loses and gets reactions', () => {
    const { store, notes } = opened([before]);
    const heart = notes()[0]?.reactions[1];
    store.apply([
      {
        kind: 'note-update',
        note: { ...before, reactions: [reaction('🎉', 1), reaction('❤', 2)] },
      },
    ]);
    const [next] = notes();
    expect(next?.reactions.map(({ key }) => key)).toEqual(['🎉', '❤']);
    expect(next?.reactions[1]).toBe(heart);
    store.apply([{ kind: 'note-update', note: { ...before, reactions: [] } }]);
    expect(next?.reactions).toEqual([]);
  });

  test('does not change another that came with the same author', () => {
    const { store, notes } = opened([before, note('b')]);
    store.apply([
      { kind: 'note-update', note: { ...before, author: { ...person, name: 'Robert' } } },
    ]);
    expect(notes().map(({ author }) => author.name)).toEqual(['Robert', 'Bob']);
  });
});

test('notes keep their identity while others come and go around them', () => {
  const { store, notes } = opened([note('b', { createdAt: 20 }), note('a', { createdAt: 10 })]);
  const [b, a] = notes();
  const home = { accountId: 'alice', key: 'home' };
  store.apply([
    { kind: 'timeline-insert', timeline: home, note: note('c', { createdAt: 30 }), most: 9 },
    { kind: 'timeline-insert', timeline: home, note: note('ab', { createdAt: 15 }), most: 9 },
    { kind: 'note-remove', accountId: 'alice', noteId: 'b' },
  ]);
  expect(notes().map(({ id }) => id)).toEqual(['c', 'ab', 'a']);
  expect(notes()[2]).toBe(a);
  store.apply([
    {
      kind: 'timeline-reset',
      timeline: timeline({ notes: [note('b', { createdAt: 20 }), note('a', { createdAt: 10 })] }),
    },
  ]);
  expect(notes()[1]).toBe(a);
  expect(notes()[0]).not.toBe(b);
});

test('a timeline that was left keeps its notes’ identity until it is open again', () => {
  const { store, notes } = opened([note('a')]);
  const [a] = notes();
  store.apply([{ kind: 'timeline-close', timeline: { accountId: 'alice', key: 'home' } }]);
  store.apply([{ kind: 'timeline-reset', timeline: timeline({ notes: [note('a')] }) }]);
  expect(notes()[0]).toBe(a);
  expect(store.state.timelines[0]).toEqual(timeline({ notes: [note('a')] }));
});

test('what a slice no longer has is gone', () => {
  const { store } = opened([]);
  store.apply([
    { kind: 'slices', slices: { accounts: [account('alice', { emojis: { a: 'x', b: 'y' } })] } },
    { kind: 'slices', slices: { accounts: [account('alice', { emojis: { b: 'z' } })] } },
  ]);
  expect(store.state.accounts).toEqual([account('alice', { emojis: { b: 'z' } })]);
  store.apply([{ kind: 'slices', slices: { detail: { kind: 'loading' } } }]);
  store.apply([{ kind: 'slices', slices: { detail: null } }]);
  expect(store.state.detail).toBeNull();
});

test('an event of a feed keeps its identity when a newer one comes before it', () => {
  const { store } = opened([]);
  const withEvents = (...numbers: readonly number[]): Patch => ({
    kind: 'slices',
    slices: { feedEvents: { feedId: 'feed-1', events: numbers.map((n) => event(n)), count: 2 } },
  });
  store.apply([withEvents(1)]);
  const first = store.state.feedEvents?.events[0];
  store.apply([withEvents(2, 1)]);
  expect(store.state.feedEvents?.events[1]).toBe(first);
});
