import { describe, expect, test } from 'vitest';
import type { DetailView, Patch, Snapshot } from '../../../../src-main/ipc/contract.ts';
import { applyPatch, mostNotices } from '../../../../src-renderer/state/reducer.ts';
import { account, note, notice, snapshot, timeline } from '../samples.ts';

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
  snapshot({ accounts: [account('alice')], timelines: [timeline({ notes: [note('a')] })] }),
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
    expect(next.timelines).toBe(withNotes.timelines);
  });
});

test('an account that is gone takes its timelines with it', () => {
  const state = frozen(
    snapshot({
      accounts: [account('alice'), account('bob')],
      timelines: [timeline(), timeline({ accountId: 'bob' })],
    }),
  );
  const { timelines } = applyPatch(state, {
    kind: 'slices',
    slices: { accounts: [account('bob')] },
  });
  expect(timelines).toEqual([timeline({ accountId: 'bob' })]);
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
    const patch: Patch = {
      kind: 'notice-insert',
      notice: notice('new', { createdAt }),
      replaces: null,
    };
    expect(noticeIds(applyPatch(withNotices, patch))).toEqual(expected);
  });

  test('insert ignores one that is there already', () => {
    const patch: Patch = {
      kind: 'notice-insert',
      notice: notice('1', { createdAt: 99 }),
      replaces: null,
    };
    expect(applyPatch(withNotices, patch)).toBe(withNotices);
  });

  test.each([
    ['another id', 'new', '1', ['new', '2']],
    ['the same id', '1', '1', ['1', '2']],
    ['one that is not there', 'new', 'x', ['new', '2', '1']],
  ])('insert takes the place of %s', (_name, id, replaces, expected) => {
    const patch: Patch = {
      kind: 'notice-insert',
      notice: notice(id, { createdAt: 30 }),
      replaces,
    };
    expect(noticeIds(applyPatch(withNotices, patch))).toEqual(expected);
  });

  test('insert keeps no more than the window may hold, and knows that there are older ones', () => {
    const items = Array.from({ length: mostNotices }, (_, index) =>
      notice(`n${index}`, { createdAt: mostNotices - index }),
    );
    const full = snapshot({ notices: { items, hasOlder: false } });
    const patch: Patch = {
      kind: 'notice-insert',
      notice: notice('new', { createdAt: 9_999 }),
      replaces: null,
    };
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

describe('the note that is shown alone', () => {
  const shown = (detail: DetailView) => frozen(snapshot({ detail }));
  const alone = shown({
    kind: 'note',
    note: note('quote', { kind: 'quote', renote: note('inner') }),
    replyTo: note('parent'),
  });
  const detailAfter = (patch: Patch) => applyPatch(alone, patch).detail;

  test.each(['quote', 'inner', 'parent'])('is updated where it is %s', (id) => {
    const changed = note(id, { text: 'changed' });
    const detail = detailAfter({ kind: 'note-update', note: changed });
    expect(detail).toEqual({
      kind: 'note',
      note:
        id === 'quote'
          ? changed
          : note('quote', {
              kind: 'quote',
              renote: note('inner', id === 'inner' ? { text: 'changed' } : {}),
            }),
      replyTo: note('parent', id === 'parent' ? { text: 'changed' } : {}),
    });
  });

  test('loses what is gone around it', () => {
    expect(detailAfter({ kind: 'note-remove', accountId: 'alice', noteId: 'inner' })).toMatchObject(
      { note: { renote: null, renoteGone: true }, replyTo: { id: 'parent' } },
    );
    expect(
      detailAfter({ kind: 'note-remove', accountId: 'alice', noteId: 'parent' }),
    ).toMatchObject({ note: { id: 'quote' }, replyTo: null });
  });

  test('is left alone by what happens elsewhere', () => {
    const elsewhere = note('inner', { accountId: 'bob', text: 'changed' });
    expect(applyPatch(alone, { kind: 'note-update', note: elsewhere })).toBe(alone);
    expect(applyPatch(alone, { kind: 'note-remove', accountId: 'bob', noteId: 'parent' })).toBe(
      alone,
    );
    const person = shown({ kind: 'loading' });
    expect(applyPatch(person, { kind: 'note-update', note: elsewhere })).toBe(person);
  });
});
