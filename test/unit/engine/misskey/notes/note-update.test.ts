import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Note, noteSchema } from '../../../../../src-main/engine/misskey/api/schemas.ts';
import {
  type NoteUpdate,
  updatedNote,
  withMyReaction,
  withMyVote,
} from '../../../../../src-main/engine/misskey/notes/note-update.ts';
import { rawNote } from '../../../../support/samples.ts';

const me = 'user-alice';
const bob = 'user-bob';

function aNote(fields: Readonly<Record<string, unknown>> = {}): Note {
  return v.parse(noteSchema, rawNote(fields));
}

const update = (type: string, body: unknown): NoteUpdate => ({ id: 'note-1', type, body });
const reacted = (reaction: string, userId = bob, emoji: unknown = null) =>
  update('reacted', { reaction, userId, emoji });
const unreacted = (reaction: string, userId = bob) => update('unreacted', { reaction, userId });
const voted = (choice: unknown, userId = bob) => update('pollVoted', { choice, userId });

/** The note after these events. */
function told(note: Note, ...updates: readonly NoteUpdate[]): Note {
  return updates.reduce((before, one) => updatedNote(before, one, me), note);
}

describe('reactions of others', () => {
  test('are counted, and taken off', () => {
    const note = told(aNote(), reacted('👍'), reacted('👍', 'user-carol'), reacted('🎉'));
    expect(note.reactions).toEqual({ '👍': 2, '🎉': 1 });
    expect(note.myReaction).toBeNull();
    expect(told(note, unreacted('👍')).reactions).toEqual({ '👍': 1, '🎉': 1 });
  });

  test('disappear at 0 and never go below', () => {
    const note = told(aNote({ reactions: { '👍': 1 } }), unreacted('👍'), unreacted('👍'));
    expect(note.reactions).toEqual({});
    expect(told(aNote({ reactions: { '👍': -3 } }), unreacted('👍')).reactions).toEqual({});
  });

  test.each([
    [':blob:', ':blob@.:'],
    [':blob@.:', ':blob:'],
    ['❤️', '❤'],
  ])('%s and %s are one', (there, comes) => {
    const note = told(aNote({ reactions: { [there]: 1 } }), reacted(comes));
    expect(note.reactions).toEqual({ [there]: 2 });
    expect(told(note, unreacted(comes), unreacted(comes)).reactions).toEqual({});
  });

  test('with an emoji of another server bring its picture', () => {
    const url = 'https://remote.example/blob.webp';
    const note = told(aNote(), reacted(':blob@r.example:', bob, { name: 'blob@r.example', url }));
    expect(note.reactions).toEqual({ ':blob@r.example:': 1 });
    expect(note.reactionEmojis).toEqual({ 'blob@r.example': url });
    const local = told(aNote(), reacted(':blob@.:', bob, { name: 'blob@.', url }));
    expect(local.reactionEmojis).toEqual({});
  });

  test.each(['constructor', '__proto__', 'toString', ':constructor@.:'])(
    'called %s are counted like any other',
    (name) => {
      const note = told(aNote(), reacted(name), reacted(name));
      expect(Object.entries(note.reactions)).toEqual([[name, 2]]);
      expect(told(note, unreacted(name), unreacted(name)).reactions).toEqual({});
    },
  );

  test('in a flood of kinds stay bounded, and those that are there go on counting', () => {
    const kinds = Array.from(
      { length: 1_500 },
      (_, n) => [`:emoji${n}@r${n}.example:`, n] as const,
    );
    const note = told(
      aNote(),
      ...kinds.map(([kind, n]) =>
        reacted(kind, bob, { name: kind.slice(1, -1), url: `https://r/${n}` }),
      ),
      reacted(':emoji0@r0.example:'),
    );
    expect(Object.keys(note.reactions)).toHaveLength(1_000);
    expect(Object.keys(note.reactionEmojis)).toHaveLength(1_000);
    expect(note.reactions[':emoji0@r0.example:']).toBe(2);
  });
});

describe('the own reaction', () => {
  test('is told apart by the user', () => {
    expect(told(aNote(), reacted(':blob@.:', me))).toMatchObject({
      reactions: { ':blob@.:': 1 },
      myReaction: ':blob@.:',
    });
  });

  test('that was shown before the server said so counts once', () => {
    const shown = withMyReaction(aNote({ reactions: { '👍': 4 } }), '👍');
    expect(shown).toMatchObject({ reactions: { '👍': 5 }, myReaction: '👍' });
    expect(told(shown, reacted('👍', me))).toBe(shown);
    expect(withMyReaction(shown, '👍')).toBe(shown);
  });

  test('that is changed elsewhere comes as unreacted and reacted', () => {
    const note = aNote({ reactions: { '👍': 2 }, myReaction: '👍' });
    expect(told(note, unreacted('👍', me), reacted('🎉', me))).toMatchObject({
      reactions: { '👍': 1, '🎉': 1 },
      myReaction: '🎉',
    });
  });

  test('that was changed here is not changed again by the two events of it', () => {
    const shown = withMyReaction(aNote({ reactions: { '👍': 2 }, myReaction: '👍' }), ':blob:');
    expect(shown.reactions).toEqual({ '👍': 1, ':blob@.:': 1 });
    const note = told(shown, unreacted('👍', me), reacted(':blob@.:', me));
    expect(note).toBe(shown);
  });

  test('that the server turned into another is the server’s', () => {
    const shown = withMyReaction(aNote(), ':gone:');
    expect(told(shown, reacted('❤', me))).toMatchObject({
      reactions: { '❤': 1 },
      myReaction: '❤',
    });
  });

  test('that was taken back here is not taken off twice', () => {
    const shown = withMyReaction(aNote({ reactions: { '👍': 2 }, myReaction: '👍' }), null);
    expect(shown).toMatchObject({ reactions: { '👍': 1 }, myReaction: null });
    expect(told(shown, unreacted('👍', me))).toBe(shown);
  });

  test('of quick changes of mind is at last what the server said last', () => {
    const mind = withMyReaction(withMyReaction(aNote(), '👍'), '🎉');
    const note = told(mind, reacted('👍', me), unreacted('👍', me), reacted('🎉', me));
    expect(note).toMatchObject({ reactions: { '🎉': 1 }, myReaction: '🎉' });
  });

  test('of nobody in particular: a guest’s is like everybody’s', () => {
    const note = updatedNote(aNote(), reacted('👍', me), null);
    expect(note).toMatchObject({ reactions: { '👍': 1 }, myReaction: null });
  });
});

describe('votes', () => {
  const poll = (votes: readonly number[], mine: readonly number[] = []) => ({
    multiple: true,
    expiresAt: null,
    choices: votes.map((count, index) => ({
      text: `choice ${index}`,
      votes: count,
      isVoted: mine.includes(index),
    })),
  });

  test('are counted, one’s own marked and counted once', () => {
    const note = told(aNote({ poll: poll([1, 0]) }), voted(1), voted(0, me), voted(0, me));
    expect(note.poll?.choices).toMatchObject([
      { votes: 2, isVoted: true },
      { votes: 1, isVoted: false },
    ]);
    const shown = withMyVote(aNote({ poll: poll([0, 0]) }), 1);
    expect(told(shown, voted(1, me))).toBe(shown);
    expect(shown.poll).toEqual(poll([0, 1], [1]));
  });

  test.each([7, -1, 0.5, Number.NaN, '0', null])(
    'for a choice %j that is none change nothing',
    (choice) => {
      const note = aNote({ poll: poll([1, 0]) });
      expect(told(note, voted(choice))).toBe(note);
      expect(told(note, voted(choice, me))).toBe(note);
    },
  );

  test('for a note without a poll change nothing', () => {
    const note = aNote();
    expect(told(note, voted(0), voted(0, me))).toBe(note);
  });
});

describe('other events', () => {
  test('an edit changes what it names', () => {
    const note = aNote({ text: 'a', cw: 'b' });
    expect(told(note, update('updated', { text: 'new', cw: null }))).toMatchObject({
      text: 'new',
      cw: null,
    });
    expect(told(note, update('updated', { text: 'new' }))).toMatchObject({ text: 'new', cw: 'b' });
  });

  test('an answer is counted where the server tells of it', () => {
    expect(
      told(aNote({ repliesCount: 2 }), update('replied', { id: 'n', userId: bob })),
    ).toMatchObject({ repliesCount: 3 });
  });

  test.each([
    ['emojified', { what: 'ever' }],
    ['deleted', { deletedAt: 'now' }],
    ['reacted', null],
    ['reacted', { reaction: 7, userId: bob }],
    ['reacted', { reaction: '👍' }],
    ['unreacted', 'x'],
    ['updated', { text: 7 }],
    ['pollVoted', {}],
  ])('%s %j changes nothing', (type, body) => {
    const note = aNote();
    expect(told(note, update(type, body))).toBe(note);
  });
});
