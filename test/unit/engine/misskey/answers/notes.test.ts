import { describe, expect, test } from 'vitest';
import {
  type AnswersBench,
  answersBench,
  endOf,
  nothing,
} from '../../../../support/answers-bench.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { fakeStart, settle } from '../../../../support/fake-clock.ts';
import { rawNote, rawUser } from '../../../../support/samples.ts';

const create = 'notes/create';
const created = () => ({ createdNote: rawNote({ id: 'new-1' }) });
const me = rawUser({ id: 'user-alice', username: 'alice' });

describe('a vote', () => {
  const poll = {
    multiple: false,
    expiresAt: null,
    choices: [
      { text: 'yes', votes: 2, isVoted: false },
      { text: 'no', votes: 0, isVoted: false },
    ],
  };
  const votesOf = (bench: AnswersBench) =>
    bench
      .shown('note-1')
      .poll?.choices.map(({ votes, isVoted }) => (isVoted ? `${votes}*` : `${votes}`));

  test('shows at once, is sent, and stays', async () => {
    const bench = await answersBench(rawNote({ poll }));
    const release = bench.api.hold('notes/polls/vote', nothing);
    const end = endOf(bench.answers.vote('note-1', 1));
    expect(votesOf(bench)).toEqual(['2', '1*']);
    await settle();
    release();
    expect(await end).toBe('done');
    expect(bench.sent('notes/polls/vote')).toEqual([{ noteId: 'note-1', choice: 1 }]);
    expect(votesOf(bench)).toEqual(['2', '1*']);
  });

  test('is taken back where it is refused, and what others voted stays', async () => {
    const bench = await answersBench(rawNote({ poll }));
    const release = bench.api.hold('notes/polls/vote', () =>
      apiFailure(400, 'YOU_HAVE_BEEN_BLOCKED'),
    );
    const end = endOf(bench.answers.vote('note-1', 0));
    await settle();
    bench.source.notes.change('note-1', (note) => ({
      ...note,
      poll: note.poll && {
        ...note.poll,
        choices: note.poll.choices.map((choice) => ({ ...choice, votes: choice.votes + 10 })),
      },
    }));
    release();
    expect(await end).toBe('YOU_HAVE_BEEN_BLOCKED');
    expect(votesOf(bench)).toEqual(['12', '10']);
  });

  test.each(['ALREADY_VOTED', 'ALREADY_EXPIRED'])(
    'after %s the votes are the server’s',
    async (code) => {
      const bench = await answersBench(rawNote({ poll }));
      bench.api.answer('notes/polls/vote', () => apiFailure(400, code));
      const choices = [
        { text: 'yes', votes: 7, isVoted: true },
        { text: 'no', votes: 1, isVoted: false },
      ];
      bench.api.answer('notes/show', () => rawNote({ poll: { ...poll, choices } }));
      expect(await endOf(bench.answers.vote('note-1', 1))).toBe(code);
      expect(votesOf(bench)).toEqual(['7*', '1']);
    },
  );

  test('a second press on the same choice sends nothing', async () => {
    const bench = await answersBench(rawNote({ poll }));
    bench.api.answer('notes/polls/vote', nothing);
    await Promise.all([bench.answers.vote('note-1', 1), bench.answers.vote('note-1', 1)]);
    expect(bench.sent('notes/polls/vote')).toHaveLength(1);
  });

  test('another choice of a poll that takes one does not show; the server refuses it', async () => {
    const [yes, no] = poll.choices;
    const bench = await answersBench(
      rawNote({ poll: { ...poll, choices: [{ ...yes, isVoted: true }, no] } }),
    );
    bench.api.answer('notes/polls/vote', () => apiFailure(400, 'ALREADY_VOTED'));
    const end = endOf(bench.answers.vote('note-1', 1));
    expect(votesOf(bench)).toEqual(['2*', '0']);
    expect(await end).toBe('ALREADY_VOTED');
    expect(votesOf(bench)).toEqual(['2*', '0']);
  });

  test('another choice of a poll that takes several shows too', async () => {
    const [yes, no] = poll.choices;
    const bench = await answersBench(
      rawNote({ poll: { ...poll, multiple: true, choices: [{ ...yes, isVoted: true }, no] } }),
    );
    bench.api.answer('notes/polls/vote', nothing);
    await bench.answers.vote('note-1', 1);
    expect(votesOf(bench)).toEqual(['2*', '1*']);
  });
});

describe('a renote', () => {
  test('counts at once, goes to the readers of the note, and answers its id', async () => {
    const bench = await answersBench(rawNote({ visibility: 'home', renoteCount: 4 }));
    const release = bench.api.hold(create, created);
    const renoted = bench.answers.renote('note-1');
    await settle();
    expect(bench.shown('note-1').renoteCount).toBe(5);
    release();
    expect(await renoted).toBe('new-1');
    expect(bench.sent(create)).toEqual([
      { renoteId: 'note-1', visibility: 'home', localOnly: false },
    ]);
    expect(bench.shown('note-1').renoteCount).toBe(5);
  });

  test('is counted back where it is refused', async () => {
    const bench = await answersBench(rawNote({ renoteCount: 4 }));
    bench.api.answer(create, () => apiFailure(400, 'CANNOT_RENOTE_DUE_TO_VISIBILITY'));
    expect(await endOf(bench.answers.renote('note-1'))).toBe('CANNOT_RENOTE_DUE_TO_VISIBILITY');
    expect(bench.shown('note-1').renoteCount).toBe(4);
  });

  test('stays in the channel of its note', async () => {
    const bench = await answersBench(rawNote({ channelId: 'channel-1' }));
    bench.api.answer(create, created);
    await bench.answers.renote('note-1');
    expect(bench.sent(create)).toEqual([
      { renoteId: 'note-1', visibility: 'public', localOnly: true, channelId: 'channel-1' },
    ]);
  });

  test('of a renote is one of the note inside it', async () => {
    const bench = await answersBench(
      rawNote({ id: 'outer', text: null, renoteId: 'inner', renote: rawNote({ id: 'inner' }) }),
    );
    bench.api.answer(create, created);
    await bench.answers.renote('outer');
    expect(bench.sent(create)).toMatchObject([{ renoteId: 'inner' }]);
  });

  test('of one’s own note is not counted: servers do not either', async () => {
    const bench = await answersBench(rawNote({ user: me, visibility: 'followers' }));
    bench.api.answer(create, created);
    await bench.answers.renote('note-1');
    expect(bench.sent(create)).toMatchObject([{ visibility: 'followers' }]);
    expect(bench.shown('note-1').renoteCount).toBe(0);
  });

  test.each(['followers', 'specified'])(
    'of a note for %s of somebody else is not sent',
    async (visibility) => {
      const bench = await answersBench(rawNote({ visibility }));
      expect(await endOf(bench.answers.renote('note-1'))).toBe('not-renotable');
      expect(bench.sent(create)).toEqual([]);
      expect(bench.shown('note-1').renoteCount).toBe(0);
    },
  );

  test('of a note that is shown nowhere asks the server what may be done with it', async () => {
    const bench = await answersBench();
    bench.api.answer('notes/show', () => rawNote({ id: 'far', visibility: 'home' }));
    bench.api.answer(create, created);
    await bench.answers.renote('far');
    expect(bench.sent(create)).toMatchObject([{ renoteId: 'far', visibility: 'home' }]);
  });

  test('pressed twice is made once', async () => {
    const bench = await answersBench(rawNote());
    const release = bench.api.hold(create, created);
    const ids = Promise.all([bench.answers.renote('note-1'), bench.answers.renote('note-1')]);
    await settle();
    release();
    expect(await ids).toEqual(['new-1', 'new-1']);
    expect(bench.sent(create)).toHaveLength(1);
    expect(bench.shown('note-1').renoteCount).toBe(1);
  });

  test('is counted down again when it is taken back', async () => {
    const bench = await answersBench(rawNote());
    bench.api.answer(create, created);
    bench.api.answer('notes/delete', nothing);
    await bench.answers.deleteNote(await bench.answers.renote('note-1'));
    expect(bench.sent('notes/delete')).toEqual([{ noteId: 'new-1' }]);
    expect(bench.shown('note-1').renoteCount).toBe(0);
  });
});

describe('deleting', () => {
  const at = (minute: number) => new Date(fakeStart - minute * 60_000).toISOString();
  const notes = ['c', 'b', 'a'].map((id, index) =>
    rawNote({ id, createdAt: at(index), ...(id === 'b' ? { user: me } : {}) }),
  );

  test('takes the note away at once, for good', async () => {
    const bench = await answersBench(...notes);
    const release = bench.api.hold('notes/delete', nothing);
    const end = endOf(bench.answers.deleteNote('b'));
    expect(bench.timeline()).toEqual(['c', 'a']);
    expect(bench.removedNotes).toEqual(['b']);
    await settle();
    release();
    expect(await end).toBe('done');
    expect(bench.timeline()).toEqual(['c', 'a']);
  });

  test('puts it back in its place where it is refused', async () => {
    const bench = await answersBench(...notes);
    bench.api.answer('notes/delete', () => apiFailure(500, 'INTERNAL_ERROR'));
    expect(await endOf(bench.answers.deleteNote('b'))).toBe('INTERNAL_ERROR');
    expect(bench.timeline()).toEqual(['c', 'b', 'a']);
    expect(bench.changes.at(-1)).toMatchObject({ kind: 'insert', note: { id: 'b' } });
  });

  test('puts it back inside what quotes it', async () => {
    const own = rawNote({ id: 'b', user: me });
    const bench = await answersBench(rawNote({ id: 'quote', renoteId: 'b', renote: own }));
    const release = bench.api.hold('notes/delete', () => apiFailure(500, 'INTERNAL_ERROR'));
    const end = endOf(bench.answers.deleteNote('b'));
    expect(bench.shown('quote').renote).toBeNull();
    await settle();
    release();
    await end;
    expect(bench.shown('quote').renote).toMatchObject({ id: 'b' });
  });

  test('of a note that is gone already is done', async () => {
    const bench = await answersBench(...notes);
    bench.api.answer('notes/delete', () => apiFailure(400, 'NO_SUCH_NOTE'));
    expect(await endOf(bench.answers.deleteNote('b'))).toBe('done');
    expect(bench.timeline()).toEqual(['c', 'a']);
  });

  test('a renote of one’s own counts down what it renotes, and up again where it is refused', async () => {
    const inner = rawNote({ id: 'inner', createdAt: at(9), renoteCount: 3 });
    const outer = rawNote({ id: 'outer', user: me, text: null, renoteId: 'inner', renote: inner });
    const bench = await answersBench(outer, inner);
    const release = bench.api.hold('notes/delete', () => apiFailure(500, 'INTERNAL_ERROR'));
    const end = endOf(bench.answers.deleteNote('outer'));
    expect(bench.shown('inner').renoteCount).toBe(2);
    await settle();
    release();
    await end;
    expect(bench.shown('inner').renoteCount).toBe(3);
    expect(bench.shown('outer').renote?.renoteCount).toBe(3);
  });
});
