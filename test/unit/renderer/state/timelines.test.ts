import { describe, expect, test } from 'vitest';
import type { Patch, TimelineView } from '../../../../src-main/ipc/contract.ts';
import { applyPatch, type WindowState } from '../../../../src-renderer/state/reducer.ts';
import { mostNotes } from '../../../../src-renderer/state/timelines.ts';
import { account, note, snapshot, timeline } from '../samples.ts';

const home = { accountId: 'alice', key: 'home' };
const local = { accountId: 'alice', key: 'local' };

/** A state that throws when it is changed in place. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const open = (...timelines: readonly TimelineView[]): WindowState =>
  frozen(snapshot({ accounts: [account('alice'), account('bob')], timelines }));
const patched = (state: WindowState, ...patches: readonly Patch[]) =>
  patches.reduce(applyPatch, state);
const noteIds = (state: WindowState, index = 0) =>
  state.timelines[index]?.notes.map(({ id }) => id);
const keys = (state: WindowState) => state.timelines.map(({ key }) => key);

const three = open(
  timeline({
    notes: [note('c', { createdAt: 30 }), note('b', { createdAt: 20 }), note('a')],
    gapAfter: 'b',
  }),
);
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => note(`n${index}`, { createdAt: count - index }));

describe('opening and closing', () => {
  test('adds a timeline, and replaces the one of the same account and key alone', () => {
    const both = patched(
      three,
      { kind: 'timeline-reset', timeline: timeline(local) },
      { kind: 'timeline-reset', timeline: timeline({ accountId: 'bob' }) },
    );
    expect(both.timelines.map(({ accountId, key }) => `${accountId} ${key}`)).toEqual([
      'alice home',
      'alice local',
      'bob home',
    ]);
    const fresh = timeline({ notes: [note('d')] });
    const next = patched(both, { kind: 'timeline-reset', timeline: fresh });
    expect(next.timelines[0]).toEqual(fresh);
    expect(next.timelines[1]).toBe(both.timelines[1]);
  });

  test.each(['loading', 'failed'] as const)('keeps the notes while the new one is %s', (state) => {
    const empty = timeline({ state, error: 'No answer.' });
    const next = patched(three, { kind: 'timeline-reset', timeline: empty });
    expect(next.timelines[0]).toMatchObject({ state, error: 'No answer.', gapAfter: 'b' });
    expect(noteIds(next)).toEqual(['c', 'b', 'a']);
  });

  test('believes an empty timeline that is ready', () => {
    const next = patched(three, { kind: 'timeline-reset', timeline: timeline() });
    expect(next.timelines[0]).toEqual(timeline());
  });

  test('keeps the notes of one that is closed, until it is open again', () => {
    const closed = patched(three, { kind: 'timeline-close', timeline: home });
    expect(closed.timelines[0]).toMatchObject({ state: 'loading', closed: 1 });
    expect(noteIds(closed)).toEqual(['c', 'b', 'a']);
    const again = patched(closed, { kind: 'timeline-reset', timeline: timeline() });
    expect(again.timelines[0]).toEqual(timeline());
  });

  test('forgets the one closed longest ago, and never one that is open', () => {
    const all = ['0', '1', '2', '3', '4', '5'].map((key) => timeline({ key }));
    const close = (key: string): Patch => ({
      kind: 'timeline-close',
      timeline: { accountId: 'alice', key },
    });
    const next = patched(open(...all), close('3'), close('1'), close('2'), close('4'));
    expect(keys(next)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(keys(patched(next, close('5')))).toEqual(['0', '1', '2', '4', '5']);
    expect(keys(patched(next, close('3')))).toEqual(['0', '1', '2', '3', '4', '5']);
  });
});

describe('insert', () => {
  test('puts a note at its place, once, in its timeline alone', () => {
    const both = open(...three.timelines, timeline(local));
    const patch: Patch = {
      kind: 'timeline-insert',
      timeline: home,
      note: note('bc', { createdAt: 25 }),
      most: mostNotes,
    };
    const once = patched(both, patch);
    expect(noteIds(once)).toEqual(['c', 'bc', 'b', 'a']);
    expect(once.timelines[1]).toBe(both.timelines[1]);
    expect(patched(once, patch)).toBe(once);
  });

  test.each([
    ['another account’s note', { timeline: home, note: note('x', { accountId: 'bob' }) }],
    ['a timeline that is not open', { timeline: local, note: note('x') }],
  ])('ignores %s', (_name, given) => {
    expect(patched(three, { kind: 'timeline-insert', most: mostNotes, ...given })).toBe(three);
  });

  test('leaves no more than the main process has', () => {
    const patch: Patch = {
      kind: 'timeline-insert',
      timeline: home,
      note: note('d', { createdAt: 40 }),
      most: 2,
    };
    const next = patched(three, patch);
    expect(noteIds(next)).toEqual(['d', 'c']);
    expect(next.timelines[0]?.hasOlder).toBe(true);
  });

  test('says that more came than there is room for, until the timeline comes whole', () => {
    const behind = patched(three, { kind: 'timeline-behind', timeline: home });
    expect(behind.timelines[0]?.behind).toBe(true);
    expect(patched(behind, { kind: 'timeline-behind', timeline: home })).toBe(behind);
    const whole = patched(behind, { kind: 'timeline-reset', timeline: timeline() });
    expect(whole.timelines[0]?.behind).toBe(false);
  });

  test('keeps no more than the window may hold, and forgets a gap that fell off', () => {
    const full = open(timeline({ notes: many(mostNotes), gapAfter: `n${mostNotes - 1}` }));
    const next = patched(full, {
      kind: 'timeline-insert',
      timeline: home,
      note: note('new', { createdAt: 9_999 }),
      most: mostNotes,
    });
    expect(noteIds(next)).toHaveLength(mostNotes);
    expect(noteIds(next)?.[0]).toBe('new');
    expect(next.timelines[0]).toMatchObject({ hasOlder: true, gapAfter: null });
  });
});

describe('older notes', () => {
  test('are added at the end, each once', () => {
    const next = patched(three, {
      kind: 'timeline-older',
      timeline: home,
      notes: [note('a'), note('0')],
      hasOlder: false,
    });
    expect(noteIds(next)).toEqual(['c', 'b', 'a', '0']);
    expect(next.timelines[0]?.hasOlder).toBe(false);
  });

  test('are added up to what the window may hold', () => {
    const next = patched(three, {
      kind: 'timeline-older',
      timeline: home,
      notes: many(mostNotes),
      hasOlder: false,
    });
    expect(noteIds(next)).toHaveLength(mostNotes);
    expect(next.timelines[0]?.hasOlder).toBe(true);
  });
});

describe('a note that changed', () => {
  const inner = note('inner');
  const state = open(
    timeline({
      notes: [
        note('renote', { kind: 'renote', renote: inner }),
        inner,
        note('deep', {
          kind: 'renote',
          renote: note('quote', { kind: 'quote', renote: inner }),
        }),
        note('other'),
      ],
    }),
    timeline({ ...local, notes: [inner] }),
    timeline({ accountId: 'bob', notes: [note('inner', { accountId: 'bob' })] }),
  );
  const changed = note('inner', { repliesCount: 1 });
  const next = patched(state, { kind: 'note-update', note: changed });

  test('changes wherever it stands, and nothing else does', () => {
    const [first, second, deep, other] = next.timelines[0]?.notes ?? [];
    expect(first?.renote).toEqual(changed);
    expect(second).toEqual(changed);
    expect(deep?.renote?.renote).toEqual(changed);
    expect(other).toBe(state.timelines[0]?.notes[3]);
    expect(next.timelines[1]?.notes).toEqual([changed]);
    expect(next.timelines[2]).toBe(state.timelines[2]);
  });

  test('is never the same object in two places', () => {
    const [first, second] = next.timelines[0]?.notes ?? [];
    expect(first?.renote).not.toBe(second);
    expect(second).not.toBe(next.timelines[1]?.notes[0]);
  });

  test('that stands nowhere changes nothing', () => {
    expect(patched(state, { kind: 'note-update', note: note('x') })).toBe(state);
  });
});

describe('a note that is gone', () => {
  const remove = (noteId: string): Patch => ({ kind: 'note-remove', accountId: 'alice', noteId });

  test('is taken out; a gap after it moves up to the one before', () => {
    const next = patched(three, remove('b'));
    expect(noteIds(next)).toEqual(['c', 'a']);
    expect(next.timelines[0]?.gapAfter).toBe('c');
    expect(patched(three, remove('x'))).toBe(three);
  });

  test('leaves no gap above everything that is left', () => {
    const state = open(timeline({ notes: [note('a'), note('b')], gapAfter: 'a' }));
    expect(patched(state, remove('a')).timelines[0]?.gapAfter).toBeNull();
  });

  test('is said to be gone where it was renoted or quoted, on that account alone', () => {
    const quoting = (accountId: string) =>
      note('q', { accountId, kind: 'quote', renote: note('inner', { accountId }) });
    const state = open(
      timeline({
        notes: [quoting('alice'), note('r', { kind: 'renote', renote: quoting('alice') })],
      }),
      timeline({ accountId: 'bob', notes: [quoting('bob')] }),
    );
    const next = patched(state, remove('inner'));
    const gone = { renote: null, renoteGone: true };
    expect(next.timelines[0]?.notes).toMatchObject([gone, { renote: gone }]);
    expect(next.timelines[1]).toBe(state.timelines[1]);
  });
});
