import { describe, expect, test } from 'vitest';
import type { Patch, Snapshot } from '../../../../src-main/ipc/contract.ts';
import { applyPatch, mostNotes, mostNotices } from '../../../../src-renderer/state/reducer.ts';
import { note, notice, snapshot, timeline } from '../samples.ts';

const noteIds = (state: Snapshot) => state.timeline?.notes.map(({ id }) => id);
const noticeIds = (state: Snapshot) => state.notices.items.map(({ id }) => id);

/** A snapshot that throws when a reducer changes it in place. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const withNotes = frozen(
  snapshot({
    timeline: timeline({
      notes: [note('c', { createdAt: 30 }), note('b', { createdAt: 20 }), note('a')],
      gapAfter: 'b',
    }),
  }),
);
const withNotices = frozen(
  snapshot({
    notices: {
      items: [notice('2', { createdAt: 20 }), notice('1', { createdAt: 10 })],
      hasOlder: true,
    },
  }),
);

describe('slices', () => {
  test('replace the given parts and leave the others', () => {
    const next = applyPatch(withNotes, {
      kind: 'slices',
      slices: { locale: 'ja', pause: { until: 5 } },
    });
    expect(next).toMatchObject({ locale: 'ja', pause: { until: 5 } });
    expect(next.timeline).toBe(withNotes.timeline);
  });
});

describe('notices', () => {
  test('reset replaces the list', () => {
    const notices = { items: [notice('9')], hasOlder: false };
    expect(applyPatch(withNotices, { kind: 'notices-reset', notices }).notices).toBe(notices);
  });

  test.each([
    ['the newest', 30, ['new', '2', '1']],
    ['of the same moment as the newest', 20, ['new', '2', '1']],
    ['in between', 15, ['2', 'new', '1']],
    ['the oldest', 5, ['2', '1', 'new']],
  ])('insert puts %s at its place', (_name, createdAt, expected) => {
    const patch: Patch = { kind: 'notice-insert', notice: notice('new', { createdAt }) };
    expect(noticeIds(applyPatch(withNotices, patch))).toEqual(expected);
  });

  test('insert ignores one that is there already', () => {
    const patch: Patch = { kind: 'notice-insert', notice: notice('1', { createdAt: 99 }) };
    expect(applyPatch(withNotices, patch)).toBe(withNotices);
  });

  test('insert keeps no more than the window may hold, and knows that there are older ones', () => {
    const items = Array.from({ length: mostNotices }, (_, index) =>
      notice(`n${index}`, { createdAt: mostNotices - index }),
    );
    const full = snapshot({ notices: { items, hasOlder: false } });
    const patch: Patch = { kind: 'notice-insert', notice: notice('new', { createdAt: 9_999 }) };
    const { notices } = applyPatch(full, patch);
    expect(notices.items).toHaveLength(mostNotices);
    expect(notices.items[0]?.id).toBe('new');
    expect(notices.items.at(-1)?.id).toBe(`n${mostNotices - 2}`);
    expect(notices.hasOlder).toBe(true);
  });

  test('update replaces by id, and ignores one that is gone', () => {
    const read = notice('1', { createdAt: 10, read: true });
    const next = applyPatch(withNotices, { kind: 'notice-update', notice: read });
    expect(next.notices.items[1]).toBe(read);
    expect(next.notices.items[0]).toBe(withNotices.notices.items[0]);
    expect(applyPatch(withNotices, { kind: 'notice-update', notice: notice('x') })).toBe(
      withNotices,
    );
  });

  test('older ones are added at the end, each once', () => {
    const next = applyPatch(withNotices, {
      kind: 'notices-older',
      notices: { items: [notice('1'), notice('0')], hasOlder: false },
    });
    expect(noticeIds(next)).toEqual(['2', '1', '0']);
    expect(next.notices.hasOlder).toBe(false);
  });
});

describe('timeline', () => {
  test('reset replaces it, also with none', () => {
    const other = timeline({ accountId: 'bob' });
    expect(applyPatch(withNotes, { kind: 'timeline-reset', timeline: other }).timeline).toBe(other);
    expect(applyPatch(withNotes, { kind: 'timeline-reset', timeline: null }).timeline).toBeNull();
  });

  test('insert puts a note at its place, once', () => {
    const patch: Patch = { kind: 'timeline-insert', note: note('bc', { createdAt: 25 }) };
    const once = applyPatch(withNotes, patch);
    expect(noteIds(once)).toEqual(['c', 'bc', 'b', 'a']);
    expect(applyPatch(once, patch)).toBe(once);
  });

  test('insert ignores a note of an account that is not open, and of no timeline', () => {
    const strange = note('x', { accountId: 'bob' });
    expect(applyPatch(withNotes, { kind: 'timeline-insert', note: strange })).toBe(withNotes);
    const none = snapshot();
    expect(applyPatch(none, { kind: 'timeline-insert', note: note('x') })).toBe(none);
  });

  test('insert keeps no more than the window may hold, and forgets a gap that fell off', () => {
    const notes = Array.from({ length: mostNotes }, (_, index) =>
      note(`n${index}`, { createdAt: mostNotes - index }),
    );
    const gapAfter = `n${mostNotes - 1}`;
    const full = snapshot({ timeline: timeline({ notes, gapAfter }) });
    const next = applyPatch(full, {
      kind: 'timeline-insert',
      note: note('new', { createdAt: 9_999 }),
    });
    expect(next.timeline?.notes).toHaveLength(mostNotes);
    expect(next.timeline).toMatchObject({ hasOlder: true, gapAfter: null });
  });

  test('update replaces a note wherever it stands', () => {
    const inner = note('inner');
    const state = frozen(
      snapshot({
        timeline: timeline({
          notes: [note('r', { kind: 'renote', renote: inner }), inner, note('z')],
        }),
      }),
    );
    const changed = note('inner', { repliesCount: 1 });
    const { timeline: next } = applyPatch(state, { kind: 'timeline-update', note: changed });
    expect(next?.notes[0]?.renote).toBe(changed);
    expect(next?.notes[1]).toBe(changed);
    expect(next?.notes[2]).toBe(state.timeline?.notes[2]);
  });

  test('update ignores a note that is not there', () => {
    expect(applyPatch(withNotes, { kind: 'timeline-update', note: note('x') })).toBe(withNotes);
  });

  test('remove takes a note out; a gap after it moves up to the one before', () => {
    const next = applyPatch(withNotes, { kind: 'timeline-remove', noteId: 'b' });
    expect(noteIds(next)).toEqual(['c', 'a']);
    expect(next.timeline?.gapAfter).toBe('c');
    expect(applyPatch(withNotes, { kind: 'timeline-remove', noteId: 'x' })).toBe(withNotes);
  });

  test('a gap above everything that is left is none', () => {
    const state = snapshot({
      timeline: timeline({ notes: [note('a'), note('b')], gapAfter: 'a' }),
    });
    const next = applyPatch(state, { kind: 'timeline-remove', noteId: 'a' });
    expect(next.timeline?.gapAfter).toBeNull();
  });

  test('older notes are added at the end, each once, up to what the window may hold', () => {
    const next = applyPatch(withNotes, {
      kind: 'timeline-older',
      notes: [note('a'), note('0')],
      hasOlder: false,
    });
    expect(noteIds(next)).toEqual(['c', 'b', 'a', '0']);
    expect(next.timeline?.hasOlder).toBe(false);
    const flood = Array.from({ length: mostNotes }, (_, index) => note(`o${index}`));
    const full = applyPatch(withNotes, { kind: 'timeline-older', notes: flood, hasOlder: false });
    expect(full.timeline?.notes).toHaveLength(mostNotes);
    expect(full.timeline?.hasOlder).toBe(true);
  });
});
