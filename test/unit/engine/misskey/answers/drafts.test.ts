import { beforeEach, describe, expect, test } from 'vitest';
import { type AnswersBench, answersBench, endOf } from '../../../../support/answers-bench.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { rawNote, rawUser } from '../../../../support/samples.ts';

const me = rawUser({ id: 'user-alice', username: 'alice' });
const people = {
  'user-carol': rawUser({ id: 'user-carol', username: 'carol', host: 'far.example' }),
  'user-dave': rawUser({ id: 'user-dave', username: 'dave' }),
};

let bench: AnswersBench;

beforeEach(async () => {
  bench = await answersBench();
  bench.api.answer('meta', () => ({ maxNoteTextLength: 500 }));
  bench.api.answer('users/show', ({ parameters }) => {
    const { userIds, username, host } = parameters;
    const all = Object.values(people);
    if (Array.isArray(userIds)) return all.filter(({ id }) => userIds.includes(id));
    return (
      all.find((user) => user['username'] === username && user['host'] === host) ??
      apiFailure(404, 'NO_SUCH_USER')
    );
  });
});

const answered = (fields: Parameters<typeof rawNote>[0]) =>
  bench.api.answer('notes/show', () => rawNote(fields));
const reply = { kind: 'reply', noteId: 'note-1' } as const;
const quote = { kind: 'quote', noteId: 'note-1' } as const;

describe('a reply starts', () => {
  test('with its author mentioned, and as wide as the note', async () => {
    answered({});
    expect(await bench.answers.startDraft(reply)).toMatchObject({
      note: { id: 'note-1' },
      text: '@bob ',
      cw: null,
      visibility: 'public',
      visibilities: ['public', 'home', 'followers', 'specified'],
      localOnly: false,
      recipients: ['@bob'],
      maxLength: 500,
    });
  });

  test('with all whom the note names, each once, and without oneself', async () => {
    answered({ mentions: ['user-bob', 'user-carol', 'user-alice', 'user-dave', 'user-carol'] });
    const { text } = await bench.answers.startDraft(reply);
    expect(text).toBe('@bob @carol@far.example @dave ');
    expect(bench.sent('users/show')).toEqual([{ userIds: ['user-carol', 'user-dave'] }]);
  });

  test('without a mention to a note of one’s own', async () => {
    answered({ user: me });
    expect((await bench.answers.startDraft(reply)).text).toBe('');
  });

  test('to the author of the note inside a renote', async () => {
    answered({
      text: null,
      user: people['user-dave'],
      renoteId: 'inner',
      renote: rawNote({ id: 'inner' }),
    });
    expect(await bench.answers.startDraft(reply)).toMatchObject({
      note: { id: 'inner' },
      text: '@bob ',
    });
  });

  test.each([
    ['home', ['home', 'followers', 'specified']],
    ['followers', ['followers', 'specified']],
    ['specified', ['specified']],
  ])('never wider than a note for %s', async (visibility, visibilities) => {
    answered({ visibility });
    expect(await bench.answers.startDraft(reply)).toMatchObject({ visibility, visibilities });
  });

  test('under the note’s warning, cut to what the server takes', async () => {
    answered({ cw: ' spoilers ' });
    expect((await bench.answers.startDraft(reply)).cw).toBe('spoilers');
    answered({ cw: `${'a'.repeat(99)}😀` });
    expect((await bench.answers.startDraft(reply)).cw).toBe('a'.repeat(99));
    answered({ cw: '' });
    expect((await bench.answers.startDraft(reply)).cw).toBeNull();
  });

  test('on the note’s server and in its channel alone', async () => {
    answered({ localOnly: true });
    expect((await bench.answers.startDraft(reply)).localOnly).toBe(true);
    answered({ channelId: 'channel-1' });
    expect(await bench.answers.startDraft(reply)).toMatchObject({
      visibility: 'public',
      visibilities: ['public'],
      localOnly: true,
    });
  });

  test('to a direct note for all its people but oneself', async () => {
    answered({
      visibility: 'specified',
      visibleUserIds: ['user-alice', 'user-carol'],
      mentions: ['user-alice', 'user-carol'],
    });
    expect((await bench.answers.startDraft(reply)).recipients).toEqual([
      '@bob',
      '@carol@far.example',
    ]);
  });

  test('fails where the note is gone', async () => {
    bench.api.answer('notes/show', () => apiFailure(400, 'NO_SUCH_NOTE'));
    expect(await endOf(bench.answers.startDraft(reply))).toBe('NO_SUCH_NOTE');
  });
});

describe('a quote and a new note start', () => {
  test('empty', async () => {
    answered({ cw: 'spoilers' });
    expect(await bench.answers.startDraft(quote)).toMatchObject({
      note: { id: 'note-1' },
      text: '',
      cw: null,
      visibility: 'public',
      recipients: [],
    });
    expect(await bench.answers.startDraft({ kind: 'new' })).toMatchObject({
      note: null,
      text: '',
      visibility: 'public',
      maxLength: 500,
    });
  });

  test('never wider than the note', async () => {
    answered({ visibility: 'home' });
    expect((await bench.answers.startDraft(quote)).visibilities).toEqual([
      'home',
      'followers',
      'specified',
    ]);
  });

  test('not at all on a note for few people', async () => {
    answered({ visibility: 'followers' });
    expect(await endOf(bench.answers.startDraft(quote))).toBe('not-renotable');
  });

  test('with 3,000 characters where the server does not say', async () => {
    bench.api.answer('meta', () => ({ version: '13.0.0' }));
    expect((await bench.answers.startDraft({ kind: 'new' })).maxLength).toBe(3000);
  });
});

describe('posting', () => {
  const plain = { text: 'hello', cw: null, visibility: 'public', localOnly: false } as const;
  const created = () => ({ createdNote: rawNote({ id: 'new-1' }) });
  const sent = () => bench.sent('notes/create');

  beforeEach(() => {
    bench.api.answer('notes/create', created);
  });

  test('a new note sends what was written, trimmed, and answers its id', async () => {
    const draft = {
      ...plain,
      purpose: { kind: 'new' },
      text: ' hello\n',
      cw: ' careful ',
    } as const;
    expect(await bench.answers.post(draft)).toBe('new-1');
    expect(sent()).toEqual([
      { text: 'hello', cw: 'careful', visibility: 'public', localOnly: false },
    ]);
  });

  test('a reply goes to the note inside a renote, and into its channel', async () => {
    answered({
      text: null,
      renoteId: 'inner',
      renote: rawNote({ id: 'inner', channelId: 'channel-1' }),
    });
    await bench.answers.post({ ...plain, purpose: reply });
    expect(sent()).toEqual([
      {
        text: 'hello',
        visibility: 'public',
        localOnly: true,
        channelId: 'channel-1',
        replyId: 'inner',
      },
    ]);
  });

  test('what is wider than the note is made as wide', async () => {
    answered({ visibility: 'followers', localOnly: true });
    await bench.answers.post({ ...plain, purpose: reply });
    expect(sent()).toMatchObject([{ visibility: 'followers', localOnly: true }]);
  });

  test('a direct answer is for the people of the note, and for whom it names besides', async () => {
    answered({ visibility: 'specified', visibleUserIds: ['user-alice', 'user-carol'] });
    await bench.answers.post({
      ...plain,
      purpose: reply,
      visibility: 'specified',
      text: '@bob and @dave, `@nobody`',
    });
    expect(sent()).toMatchObject([
      { visibility: 'specified', visibleUserIds: ['user-bob', 'user-carol', 'user-dave'] },
    ]);
    expect(bench.sent('users/show')).toEqual([{ username: 'dave', host: null }]);
  });

  test('a new direct note is for whom it names', async () => {
    const direct = { ...plain, purpose: { kind: 'new' }, visibility: 'specified' } as const;
    await bench.answers.post({ ...direct, text: '@carol@far.example hi' });
    expect(sent()).toMatchObject([{ visibleUserIds: ['user-carol'] }]);
    expect(await endOf(bench.answers.post({ ...direct, text: 'hi' }))).toBe('no-recipients');
    expect(await endOf(bench.answers.post({ ...direct, text: '@typo hi' }))).toBe(
      'unknown-recipient',
    );
    expect(sent()).toHaveLength(1);
  });

  test('nothing is only posted as a quote, which is a renote then', async () => {
    answered({});
    expect(await endOf(bench.answers.post({ ...plain, purpose: reply, text: ' \n' }))).toBe(
      'empty',
    );
    await bench.answers.post({ ...plain, purpose: quote, text: ' ' });
    expect(sent()).toEqual([{ visibility: 'public', localOnly: false, renoteId: 'note-1' }]);
  });

  test('the longest text that the server takes is sent, a longer one is not', async () => {
    const draft = { ...plain, purpose: { kind: 'new' } } as const;
    expect(await endOf(bench.answers.post({ ...draft, text: 'a'.repeat(500) }))).toBe('done');
    expect(await endOf(bench.answers.post({ ...draft, text: 'a'.repeat(501) }))).toBe('too-long');
    // Two code units each, as Sharkey counts.
    expect(await endOf(bench.answers.post({ ...draft, text: '😀'.repeat(251) }))).toBe('too-long');
    expect(await endOf(bench.answers.post({ ...draft, cw: 'a'.repeat(101) }))).toBe(
      'warning-too-long',
    );
    expect(sent()).toHaveLength(1);
  });

  test('the very same note twice at once is posted once, and again later', async () => {
    const draft = { ...plain, purpose: { kind: 'new' } } as const;
    await Promise.all([bench.answers.post(draft), bench.answers.post(draft)]);
    expect(sent()).toHaveLength(1);
    await bench.answers.post(draft);
    expect(sent()).toHaveLength(2);
  });

  test('a quote counts at once, and no longer where it is refused', async () => {
    const shown = await answersBench(rawNote());
    shown.api.answer('meta', () => ({}));
    shown.api.answer('notes/create', () => {
      expect(shown.shown('note-1').renoteCount).toBe(1);
      return apiFailure(400, 'CONTAINS_PROHIBITED_WORDS');
    });
    const end = endOf(shown.answers.post({ ...plain, purpose: quote }));
    expect(await end).toBe('CONTAINS_PROHIBITED_WORDS');
    expect(shown.shown('note-1').renoteCount).toBe(0);
  });

  test('an answer from a toast takes over what a written one does', async () => {
    answered({ visibility: 'home', cw: 'spoilers', mentions: ['user-dave'] });
    expect(await bench.answers.reply('note-1', 'yes!')).toBe('new-1');
    expect(sent()).toEqual([
      {
        text: '@bob @dave yes!',
        cw: 'spoilers',
        visibility: 'home',
        localOnly: false,
        replyId: 'note-1',
      },
    ]);
  });
});
