import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Note, noteSchema } from '../../../../../src-main/engine/misskey/api/schemas.ts';
import { LiveNotes } from '../../../../../src-main/engine/misskey/notes/live-notes.ts';
import { SingleNote } from '../../../../../src-main/engine/misskey/notes/single-note.ts';
import { rawNote } from '../../../../support/samples.ts';

type Fields = Readonly<Record<string, unknown>>;

const poll = {
  multiple: false,
  expiresAt: null,
  choices: [{ text: 'a', votes: 2, isVoted: true }],
};
const aNote = (id: string, fields: Fields = {}): Note =>
  v.parse(noteSchema, rawNote({ id, ...fields }));
const renoting = (id: string, inner: Fields) =>
  aNote(id, { text: null, renoteId: inner['id'], renote: inner });
const answering = (id: string, inner: Fields) => aNote(id, { replyId: inner['id'], reply: inner });

let now = 0;
let told: string[] = [];
let notes: LiveNotes;

/** Holds a note by itself; what it tells goes to `told`, too. */
function hold(note: Note) {
  return notes.hold(
    new SingleNote(
      note,
      () => {},
      () => void told.push(`gone ${note.id}`),
    ),
  );
}

beforeEach(() => {
  now = 1_000;
  told = [];
  notes = new LiveNotes(
    {
      onNoteUpdate: ({ id }) => void told.push(`update ${id}`),
      onNoteRemove: (id) => void told.push(`remove ${id}`),
    },
    () => now,
  );
});

describe('a change', () => {
  test('reaches the note wherever it stands, and each place is told of once', () => {
    hold(aNote('a'));
    hold(aNote('a'));
    hold(renoting('b', rawNote({ id: 'a' })));
    hold(answering('c', rawNote({ id: 'a' })));
    hold(aNote('d'));
    const after = notes.change('a', (note) => ({ ...note, text: 'new' }));
    expect(after?.text).toBe('new');
    expect(told.toSorted()).toEqual(['update a', 'update b', 'update c']);
    expect(notes.find('b')?.renote?.text).toBe('new');
    expect(notes.find('c')?.reply?.text).toBe('new');
  });

  test('is worked out once, and all copies are alike afterwards', () => {
    hold(aNote('a', { repliesCount: 3 }));
    hold(renoting('b', rawNote({ id: 'a', repliesCount: 7 })));
    let times = 0;
    notes.change('a', (note) => {
      times += 1;
      return { ...note, repliesCount: note.repliesCount + 1 };
    });
    expect(times).toBe(1);
    expect(notes.find('b')?.renote?.repliesCount).toBe(4);
  });

  test('that changes nothing is told to nobody, nor one of a note that nobody holds', () => {
    hold(aNote('a'));
    expect(notes.change('a', (note) => note)).toBe(notes.find('a'));
    expect(notes.change('x', (note) => ({ ...note, text: 'new' }))).toBeNull();
    expect(told).toEqual([]);
  });

  test('does not reach who let go', () => {
    const letGo = hold(aNote('a'));
    letGo();
    letGo();
    expect(notes.find('a')).toBeNull();
    expect(notes.change('a', (note) => ({ ...note, text: 'new' }))).toBeNull();
  });
});

describe('a note that is gone', () => {
  test('goes from everywhere, and those it stood in stay', () => {
    hold(aNote('a'));
    hold(renoting('b', rawNote({ id: 'a' })));
    notes.remove('a');
    expect(told).toEqual(['gone a', 'update b', 'remove a']);
    expect(notes.find('b')).toMatchObject({ renoteId: 'a', renote: null });
  });

  test('does not come back with what was asked for before', () => {
    const mark = notes.mark();
    notes.remove('a');
    expect(notes.fromAnswer([aNote('a'), renoting('b', rawNote({ id: 'a' }))], mark)).toMatchObject(
      [{ id: 'b', renoteId: 'a', renote: null }],
    );
    expect(notes.fromStream(aNote('a'))).toBeNull();
    expect(told).toEqual([]);
  });

  test('comes back when the server refused to delete it', () => {
    hold(renoting('b', rawNote({ id: 'a' })));
    const putBack = notes.takeAway('a');
    expect(notes.find('a')).toBeNull();
    putBack();
    expect(notes.find('a')?.id).toBe('a');
    expect(notes.fromStream(aNote('a'))?.id).toBe('a');
  });
});

describe('an answer of the server', () => {
  test('is the newest there is: all places follow', () => {
    hold(aNote('a', { reactions: { '👍': 1 } }));
    const fresh = aNote('a', { reactions: { '👍': 4 }, myReaction: '👍' });
    expect(notes.fromAnswer([fresh], notes.mark())).toEqual([fresh]);
    expect(notes.find('a')).toEqual(fresh);
    expect(told).toEqual(['update a']);
  });

  test('that says what is shown already changes nothing', () => {
    hold(aNote('a'));
    notes.fromAnswer([aNote('a'), renoting('b', rawNote({ id: 'a' }))], notes.mark());
    expect(told).toEqual([]);
  });

  test('does not undo what happened since the question, however little that was', () => {
    hold(aNote('a', { reactions: { '👍': 2 } }));
    const mark = notes.mark();
    notes.change('a', (note) => note);
    const [taken] = notes.fromAnswer([aNote('a')], mark);
    expect(taken?.reactions).toEqual({ '👍': 2 });
    expect(notes.isTrue('a', mark)).toBe(false);
    expect(notes.isTrue('a', notes.mark())).toBe(true);
  });

  test('does not undo what the server has yet to confirm', () => {
    hold(aNote('a', { myReaction: '👍', reactions: { '👍': 1 } }));
    const first = notes.pending('a');
    const second = notes.pending('a');
    first();
    first();
    const mark = notes.mark();
    notes.fromAnswer([aNote('a')], mark);
    expect(notes.find('a')?.myReaction).toBe('👍');
    second();
    // It may have been given before the server did what it confirmed.
    notes.fromAnswer([aNote('a')], mark);
    expect(notes.find('a')?.myReaction).toBe('👍');
    notes.fromAnswer([aNote('a')], notes.mark());
    expect(notes.find('a')?.myReaction).toBeNull();
  });

  test('that was overtaken by a later one is not taken', () => {
    hold(aNote('a'));
    const early = notes.mark();
    now += 5;
    notes.fromAnswer([aNote('a', { text: 'later' })], notes.mark());
    notes.fromAnswer([aNote('a', { text: 'early' })], early);
    expect(notes.find('a')?.text).toBe('later');
    expect(notes.askedAt('a')).toBe(now);
  });

  test('says less of the note that is answered: its poll and the own reaction stay', () => {
    const whole = aNote('a', { poll, myReaction: '👍', reactions: { '👍': 1 } });
    hold(whole);
    const [answer] = notes.fromAnswer([answering('b', rawNote({ id: 'a' }))], notes.mark());
    expect(answer?.reply).toEqual(whole);
    expect(notes.askedAt('a')).toBe(Number.NEGATIVE_INFINITY);
    expect(told).toEqual([]);
  });

  test('brings what was lacking of a note that was known as an answered one', () => {
    hold(answering('b', rawNote({ id: 'a' })));
    notes.fromAnswer([aNote('a', { poll })], notes.mark());
    expect(notes.find('b')?.reply?.poll).toEqual(poll);
  });

  test('that has a note twice gives both its whole copy', () => {
    const page = [answering('b', rawNote({ id: 'a' })), aNote('a', { poll, myReaction: '👍' })];
    const [answer] = notes.fromAnswer(page, notes.mark());
    expect(answer?.reply).toMatchObject({ poll, myReaction: '👍' });
  });
});

describe('a note of the stream', () => {
  test('is as new as can be, but what it renotes is known from elsewhere', () => {
    const renote = renoting('b', rawNote({ id: 'a' }));
    expect(notes.fromStream(renote)).toEqual(renote);
    expect(notes.askedAt('b')).toBe(now);
    expect(notes.askedAt('a')).toBe(Number.NEGATIVE_INFINITY);
  });

  test('wipes neither the own reaction nor the own vote', () => {
    const known = aNote('a', { poll, myReaction: '👍', reactions: { '👍': 1 } });
    hold(known);
    const note = notes.fromStream(renoting('b', rawNote({ id: 'a', reactions: { '👍': 1 } })));
    expect(note?.renote).toEqual(known);
    expect(notes.fromStream(aNote('a'))).toEqual(known);
    expect(told).toEqual([]);
  });

  test('brings the poll of a note that was known without it', () => {
    hold(answering('c', rawNote({ id: 'a', reactions: { '👍': 1 } })));
    const note = notes.fromStream(renoting('b', rawNote({ id: 'a', poll })));
    expect(note?.renote).toMatchObject({ poll, reactions: { '👍': 1 } });
    expect(notes.find('c')?.reply?.poll).toEqual(poll);
  });
});
