import { describe, expect, test } from 'vitest';
import {
  type AnswersBench,
  answersBench,
  endOf,
  nothing,
} from '../../../../support/answers-bench.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { settle } from '../../../../support/fake-clock.ts';
import { rawNote } from '../../../../support/samples.ts';

const create = 'notes/reactions/create';
const remove = 'notes/reactions/delete';

/** One's own reaction and the counts. */
function reactionsOf(bench: AnswersBench, noteId = 'note-1') {
  const { myReaction, reactions } = bench.shown(noteId);
  return { mine: myReaction, ...reactions };
}

const liked = rawNote({ reactions: { '❤': 2, ':blob@.:': 1 }, myReaction: '❤' });

describe('a reaction', () => {
  test('shows at once, under the key that the server uses, and is sent as it was chosen', async () => {
    const bench = await answersBench(rawNote({ reactions: { ':blob@.:': 1 } }));
    const release = bench.api.hold(create, nothing);
    const end = endOf(bench.answers.react('note-1', ':blob:'));
    expect(reactionsOf(bench)).toEqual({ mine: ':blob@.:', ':blob@.:': 2 });
    await settle();
    release();
    expect(await end).toBe('done');
    expect(bench.sent(create)).toEqual([{ noteId: 'note-1', reaction: ':blob:' }]);
    expect(reactionsOf(bench)).toEqual({ mine: ':blob@.:', ':blob@.:': 2 });
  });

  test('a heart is sent with its variation selector and counted without', async () => {
    const bench = await answersBench(rawNote());
    bench.api.answer(create, nothing);
    expect(await endOf(bench.answers.react('note-1', '❤️'))).toBe('done');
    expect(bench.sent(create)).toEqual([{ noteId: 'note-1', reaction: '❤️' }]);
    expect(reactionsOf(bench)).toEqual({ mine: '❤', '❤': 1 });
  });

  test('replaces one that is there with a single call', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(create, nothing);
    expect(await endOf(bench.answers.react('note-1', '👍'))).toBe('done');
    expect(reactionsOf(bench)).toEqual({ mine: '👍', '❤': 1, ':blob@.:': 1, '👍': 1 });
    expect(bench.sent(remove)).toEqual([]);
  });

  test('is a heart in the counts where the author takes nothing else', async () => {
    const bench = await answersBench(rawNote({ reactionAcceptance: 'likeOnly' }));
    bench.api.answer(create, nothing);
    await bench.answers.react('note-1', '👍');
    expect(reactionsOf(bench)).toEqual({ mine: '❤', '❤': 1 });
  });

  test('to a renote goes to the note inside it', async () => {
    const inner = rawNote({ id: 'inner' });
    const bench = await answersBench(
      rawNote({ id: 'outer', text: null, renoteId: 'inner', renote: inner }),
    );
    bench.api.answer(create, nothing);
    await bench.answers.react('outer', '👍');
    expect(bench.sent(create)).toEqual([{ noteId: 'inner', reaction: '👍' }]);
    expect(reactionsOf(bench, 'inner')).toEqual({ mine: '👍', '👍': 1 });
    expect(reactionsOf(bench, 'outer')).toEqual({ mine: null });
  });

  test('to a note that is shown nowhere is sent all the same', async () => {
    const bench = await answersBench();
    bench.api.answer(create, nothing);
    expect(await endOf(bench.answers.react('elsewhere', '👍'))).toBe('done');
    expect(bench.sent(create)).toEqual([{ noteId: 'elsewhere', reaction: '👍' }]);
  });

  test('with another server’s emoji is not sent: it would become a heart in silence', async () => {
    const bench = await answersBench(rawNote());
    expect(await endOf(bench.answers.react('note-1', ':blob@far.example:'))).toBe('foreign-emoji');
    expect(reactionsOf(bench)).toEqual({ mine: null });
    expect(bench.sent(create)).toEqual([]);
  });

  test('that is there already is not sent again', async () => {
    const bench = await answersBench(liked);
    expect(await endOf(bench.answers.react('note-1', '❤️'))).toBe('done');
    expect(bench.sent(create)).toEqual([]);
  });
});

describe('a refusal', () => {
  test('puts the own reaction back as it was', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(create, () => apiFailure(400, 'YOU_HAVE_BEEN_BLOCKED'));
    expect(await endOf(bench.answers.react('note-1', '👍'))).toBe('YOU_HAVE_BEEN_BLOCKED');
    expect(reactionsOf(bench)).toEqual({ mine: '❤', '❤': 2, ':blob@.:': 1 });
  });

  test('leaves what others did meanwhile', async () => {
    const bench = await answersBench(liked);
    const release = bench.api.hold(create, () => apiFailure(400, 'NO_SUCH_NOTE'));
    const end = endOf(bench.answers.react('note-1', '👍'));
    await settle();
    bench.source.notes.change('note-1', (note) => ({
      ...note,
      reactions: { ...note.reactions, '🎉': 5, '👍': 4 },
    }));
    release();
    expect(await end).toBe('NO_SUCH_NOTE');
    expect(reactionsOf(bench)).toEqual({ mine: '❤', '❤': 2, ':blob@.:': 1, '🎉': 5, '👍': 3 });
  });

  test('changes nothing where the reaction is another by then', async () => {
    const bench = await answersBench(liked);
    const release = bench.api.hold(create, () => apiFailure(500, 'INTERNAL_ERROR'));
    const end = endOf(bench.answers.react('note-1', '👍'));
    await settle();
    // From another device of the same user.
    bench.source.notes.change('note-1', (note) => ({
      ...note,
      myReaction: '🎉',
      reactions: { '🎉': 1 },
    }));
    release();
    expect(await end).toBe('INTERNAL_ERROR');
    expect(reactionsOf(bench)).toEqual({ mine: '🎉', '🎉': 1 });
  });

  test('of a token that may not react is told', async () => {
    const bench = await answersBench(rawNote());
    bench.api.answer(create, () => apiFailure(403, 'PERMISSION_DENIED'));
    expect(await endOf(bench.answers.react('note-1', '👍'))).toBe('PERMISSION_DENIED');
    expect(bench.counts.forbidden).toBe(1);
  });
});

describe('quick presses', () => {
  test('only the last of those that wait is sent', async () => {
    const bench = await answersBench(rawNote());
    const release = bench.api.hold(create, nothing);
    const ends = ['👍', '🎉', '😆'].map((reaction) =>
      endOf(bench.answers.react('note-1', reaction)),
    );
    expect(reactionsOf(bench)).toEqual({ mine: '😆', '😆': 1 });
    await settle();
    release();
    expect(await Promise.all(ends)).toEqual(['done', 'done', 'done']);
    expect(bench.sent(create)).toEqual([{ noteId: 'note-1', reaction: '😆' }]);
  });

  test('that are refused are refused once, to the last of them', async () => {
    const bench = await answersBench(rawNote());
    bench.api.answer(create, () => apiFailure(400, 'YOU_HAVE_BEEN_BLOCKED'));
    const ends = ['👍', '🎉'].map((reaction) => endOf(bench.answers.react('note-1', reaction)));
    expect(await Promise.all(ends)).toEqual(['done', 'YOU_HAVE_BEEN_BLOCKED']);
    expect(bench.sent(create)).toHaveLength(1);
    expect(reactionsOf(bench)).toEqual({ mine: null });
  });

  test('one that is on its way is finished before the next is sent', async () => {
    const bench = await answersBench(rawNote());
    const release = bench.api.hold(create, nothing);
    const first = endOf(bench.answers.react('note-1', '👍'));
    await settle();
    const second = endOf(bench.answers.react('note-1', '🎉'));
    await settle();
    expect(bench.sent(create)).toHaveLength(1);
    release();
    expect(await first).toBe('done');
    await settle();
    release();
    expect(await second).toBe('done');
    expect(bench.sent(create).map(({ reaction }) => reaction)).toEqual(['👍', '🎉']);
  });

  test('there and back again sends nothing', async () => {
    const bench = await answersBench(liked);
    const ends = [bench.answers.react('note-1', '👍'), bench.answers.react('note-1', '❤')];
    await Promise.all(ends);
    expect(
      bench.api.calls.filter(({ endpoint }) => endpoint.startsWith('notes/reactions')),
    ).toEqual([]);
    expect(reactionsOf(bench)).toEqual({ mine: '❤', '❤': 2, ':blob@.:': 1 });
  });

  test('when the last is refused, what the server took before stands', async () => {
    const bench = await answersBench(rawNote());
    const release = bench.api.hold(create, ({ parameters }) =>
      parameters['reaction'] === '👍' ? nothing() : apiFailure(400, 'YOU_HAVE_BEEN_BLOCKED'),
    );
    const first = endOf(bench.answers.react('note-1', '👍'));
    await settle();
    const second = endOf(bench.answers.react('note-1', '🎉'));
    release();
    await first;
    await settle();
    release();
    expect(await second).toBe('YOU_HAVE_BEEN_BLOCKED');
    expect(reactionsOf(bench)).toEqual({ mine: '👍', '👍': 1 });
  });

  test('when the first is refused, the later one stays and is sent', async () => {
    const bench = await answersBench(rawNote());
    const release = bench.api.hold(create, ({ parameters }) =>
      parameters['reaction'] === '👍' ? apiFailure(500, 'INTERNAL_ERROR') : nothing(),
    );
    const first = endOf(bench.answers.react('note-1', '👍'));
    await settle();
    const second = endOf(bench.answers.react('note-1', '🎉'));
    release();
    expect(await first).toBe('done');
    expect(reactionsOf(bench)).toEqual({ mine: '🎉', '🎉': 1 });
    await settle();
    release();
    expect(await second).toBe('done');
    expect(reactionsOf(bench)).toEqual({ mine: '🎉', '🎉': 1 });
  });

  test('on two notes do not wait for each other', async () => {
    const bench = await answersBench(rawNote({ id: 'a' }), rawNote({ id: 'b' }));
    const release = bench.api.hold(create, nothing);
    const ends = ['a', 'b'].map((id) => endOf(bench.answers.react(id, '👍')));
    await settle();
    expect(bench.sent(create)).toHaveLength(2);
    release();
    expect(await Promise.all(ends)).toEqual(['done', 'done']);
  });
});

describe('taking a reaction back', () => {
  test('shows at once and is put back where it is refused', async () => {
    const bench = await answersBench(liked);
    const release = bench.api.hold(remove, () => apiFailure(500, 'INTERNAL_ERROR'));
    const end = endOf(bench.answers.react('note-1', null));
    expect(reactionsOf(bench)).toEqual({ mine: null, '❤': 1, ':blob@.:': 1 });
    await settle();
    release();
    expect(await end).toBe('INTERNAL_ERROR');
    expect(reactionsOf(bench)).toEqual({ mine: '❤', '❤': 2, ':blob@.:': 1 });
  });

  test('that is not there any more is done', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(remove, () => apiFailure(400, 'NOT_REACTED'));
    expect(await endOf(bench.answers.react('note-1', null))).toBe('done');
    expect(reactionsOf(bench).mine).toBeNull();
  });

  test('waits the few seconds that the server asks for, without showing it', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(remove, () => apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '3' }));
    const end = endOf(bench.answers.react('note-1', null));
    await bench.clock.advance(2_999);
    expect(bench.sent(remove)).toHaveLength(1);
    expect(reactionsOf(bench).mine).toBeNull();
    bench.api.answer(remove, nothing);
    await bench.clock.advance(1);
    expect(await end).toBe('done');
    expect(bench.sent(remove)).toHaveLength(2);
    expect(reactionsOf(bench)).toEqual({ mine: null, '❤': 1, ':blob@.:': 1 });
  });

  test('does not wait for longer, nor twice', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(remove, () => apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '11' }));
    expect(await endOf(bench.answers.react('note-1', null))).toBe('RATE_LIMIT_EXCEEDED');
    expect(bench.sent(remove)).toHaveLength(1);
    bench.api.answer(remove, () => apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '3' }));
    const end = endOf(bench.answers.react('note-1', null));
    await bench.clock.advance(3_000);
    expect(await end).toBe('RATE_LIMIT_EXCEEDED');
    expect(bench.sent(remove)).toHaveLength(3);
    expect(reactionsOf(bench).mine).toBe('❤');
  });

  test('what waits fails when the account stops', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(remove, () => apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '3' }));
    const end = endOf(bench.answers.react('note-1', null));
    await settle();
    bench.source.stop();
    expect(await end).toBe('RATE_LIMIT_EXCEEDED');
    await bench.clock.advance(10_000);
    expect(bench.sent(remove)).toHaveLength(1);
  });
});

describe('a server that has a reaction already', () => {
  test('of the very same kind has what was wanted; its counts are taken', async () => {
    const bench = await answersBench(rawNote({ reactions: { '👍': 3 } }));
    bench.api.answer(create, () => apiFailure(400, 'ALREADY_REACTED'));
    bench.api.answer('notes/show', () => rawNote({ reactions: { '👍': 3 }, myReaction: '👍' }));
    expect(await endOf(bench.answers.react('note-1', '👍'))).toBe('done');
    expect(reactionsOf(bench)).toEqual({ mine: '👍', '👍': 3 });
    expect(bench.sent(remove)).toEqual([]);
  });

  test('of another kind, and is of the v12 era, has it taken away first', async () => {
    const bench = await answersBench(liked);
    const refusals = [apiFailure(400, 'ALREADY_REACTED'), nothing()];
    bench.api.answer(create, () => refusals.shift());
    bench.api.answer(remove, nothing);
    bench.api.answer('notes/show', () => liked);
    expect(await endOf(bench.answers.react('note-1', '👍'))).toBe('done');
    expect(bench.sent(remove)).toEqual([{ noteId: 'note-1' }]);
    expect(bench.sent(create)).toHaveLength(2);
    expect(reactionsOf(bench)).toEqual({ mine: '👍', '❤': 1, ':blob@.:': 1, '👍': 1 });
  });

  test('that then refuses the new one is left without any', async () => {
    const bench = await answersBench(liked);
    bench.api.answer(create, () => apiFailure(400, 'ALREADY_REACTED'));
    bench.api.answer(remove, nothing);
    bench.api.answer('notes/show', () => liked);
    expect(await endOf(bench.answers.react('note-1', '👍'))).toBe('ALREADY_REACTED');
    expect(reactionsOf(bench)).toEqual({ mine: null, '❤': 1, ':blob@.:': 1 });
  });
});
