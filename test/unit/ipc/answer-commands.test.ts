import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { userSchema } from '../../../src-main/engine/misskey/api/schemas.ts';
import { nothing } from '../../support/answers-bench.ts';
import { type AppBench, alice, appBench, dana, storedAccount } from '../../support/app-bench.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { settle } from '../../support/fake-clock.ts';
import { confirm } from '../../support/fake-misskey.ts';
import { rawNote, rawUser } from '../../support/samples.ts';

const words = messagesIn('en');
const done = { ok: true };
const failed = (error: string) => ({ ok: false, error });

/** Alice is online, and her window shows these notes. */
async function onlineBench(...notes: readonly Readonly<Record<string, unknown>>[]) {
  const bench = appBench();
  bench.api.answer('notes/timeline', () => notes);
  await bench.online();
  bench.world.hasWindow = true;
  bench.commands.watchTimelines([{ accountId: alice, key: 'home' }]);
  confirm(bench.sockets(alice).last, 'homeTimeline');
  await settle();
  return bench;
}

const accountOf = (bench: AppBench) => bench.feed.snapshot().accounts[0];
const noteIn = (bench: AppBench, id: string) =>
  bench.feed.snapshot().timelines[0]?.notes.find((note) => note.id === id);

describe('an answer to a note', () => {
  test('shows in the window, and its refusal is told and taken back', async () => {
    const bench = await onlineBench(rawNote());
    bench.api.answer('notes/reactions/create', () => apiFailure(400, 'YOU_HAVE_BEEN_BLOCKED'));
    const result = bench.commands.react(alice, 'note-1', '👍');
    expect(noteIn(bench, 'note-1')?.reactions).toMatchObject([{ key: '👍', count: 1, mine: true }]);
    expect(await result).toEqual(failed('This person has blocked you.'));
    expect(noteIn(bench, 'note-1')?.reactions).toEqual([]);
  });

  test('carries through what the window asks for', async () => {
    const bench = await onlineBench(rawNote());
    bench.api.answer('notes/create', () => ({ createdNote: rawNote({ id: 'new-1' }) }));
    bench.api.answer('meta', () => ({}));
    for (const endpoint of ['notes/delete', 'notes/polls/vote', 'notes/reactions/create']) {
      bench.api.answer(endpoint, nothing);
    }
    const { commands } = bench;
    expect(await commands.renote(alice, 'note-1')).toEqual({ ok: true, data: 'new-1' });
    const draft = { text: 'hi', cw: null, visibility: 'public', localOnly: false } as const;
    expect(
      await commands.postNote({ ...draft, accountId: alice, purpose: { kind: 'new' } }),
    ).toEqual({ ok: true, data: 'new-1' });
    expect(await commands.vote(alice, 'note-1', 2)).toEqual(done);
    expect(await commands.deleteNote(alice, 'note-1')).toEqual(done);
    expect(noteIn(bench, 'note-1')).toBeUndefined();
    const sent = bench.api.calls.map(({ endpoint }) => endpoint);
    expect(sent.filter((endpoint) => endpoint.startsWith('notes/'))).toEqual([
      'notes/timeline',
      'notes/create',
      'notes/create',
      'notes/polls/vote',
      'notes/delete',
    ]);
  });

  test('starts with what the window needs to write it', async () => {
    const bench = await onlineBench();
    bench.api.answer('meta', () => ({ maxNoteTextLength: 500 }));
    bench.api.answer('notes/show', () => rawNote({ visibility: 'home', cw: 'careful' }));
    const purpose = { kind: 'reply', noteId: 'note-1' } as const;
    expect(await bench.commands.prepareDraft(alice, purpose)).toEqual({
      ok: true,
      data: {
        accountId: alice,
        purpose,
        note: expect.objectContaining({ id: 'note-1', own: false, reactionAcceptance: null }),
        text: '@bob ',
        cw: 'careful',
        visibility: 'home',
        visibilities: ['home', 'followers', 'specified'],
        localOnly: false,
        recipients: ['@bob'],
        maxLength: 500,
      },
    });
  });

  test('of an account that is gone, or has no token, is refused in words', async () => {
    const bench = appBench([storedAccount(alice)]);
    bench.tokens.clear();
    await bench.accounts.start();
    expect(await bench.commands.react(alice, 'note-1', '👍')).toEqual(
      failed('This account is not signed in. Sign in, then try again.'),
    );
    expect(await bench.commands.react(dana, 'note-1', '👍')).toEqual(
      failed(words.error.accountGone),
    );
  });

  test('of a guest is not even sent', async () => {
    const bench = appBench([storedAccount(alice, { addedBy: 'guest' })]);
    await bench.accounts.start();
    expect(await bench.commands.react(alice, 'note-1', '👍')).toEqual(
      failed(words.answer.signedOut),
    );
    expect(bench.api.callsOf('notes/reactions/create')).toEqual([]);
  });

  test('that another server’s emoji cannot give is told', async () => {
    const bench = await onlineBench(rawNote());
    expect(await bench.commands.react(alice, 'note-1', ':blob@far.example:')).toEqual(
      failed(words.answer.foreignEmoji),
    );
  });
});

describe('a token that may not answer', () => {
  async function forbidden() {
    const bench = await onlineBench(rawNote());
    bench.api.answer('notes/reactions/create', () => apiFailure(403, 'PERMISSION_DENIED'));
    expect(accountOf(bench)?.canAnswer).toBe(true);
    expect(await bench.commands.react(alice, 'note-1', '👍')).toEqual(
      failed('Suzu may not react for this account yet. Sign in again to allow it.'),
    );
    return bench;
  }

  test('is remembered, in the window and for the next start', async () => {
    const bench = await forbidden();
    expect(accountOf(bench)?.canAnswer).toBe(false);
    expect(bench.world.accounts).toMatchObject([{ id: alice, canAnswer: false }]);
  });

  test('is forgotten with a new one', async () => {
    const bench = await forbidden();
    const server = { origin: 'https://example.social', host: 'example.social' };
    const user = rawUser({ id: 'user-alice', username: 'alice' });
    await bench.accounts.add({ server, token: `token of ${alice}`, user: userOf(user) }, 'miauth');
    expect(accountOf(bench)?.canAnswer).toBe(true);
    expect(bench.world.accounts).toMatchObject([{ id: alice, canAnswer: true }]);
  });
});

describe('an answer to a person', () => {
  const detailed = (fields: Readonly<Record<string, unknown>> = {}) =>
    rawUser({ isFollowing: false, isFollowed: true, notify: 'none', ...fields });

  async function withProfile() {
    const bench = await onlineBench();
    bench.api.answer('users/show', () => detailed());
    bench.commands.changeSettings({ clickOpens: 'window' });
    bench.commands.openUser(alice, '@bob');
    await settle();
    return bench;
  }

  const relationOf = (bench: AppBench) => {
    const { detail } = bench.feed.snapshot();
    return detail?.kind === 'user' ? detail.user.relation : undefined;
  };

  test('shows on the open profile, and what the server made of it', async () => {
    const bench = await withProfile();
    expect(relationOf(bench)).toMatchObject({ following: false, followed: true });
    bench.api.answer('following/create', nothing);
    bench.api.answer('users/show', () => detailed({ isFollowing: true, notify: 'normal' }));
    const result = bench.commands.follow(alice, 'user-bob');
    expect(relationOf(bench)).toMatchObject({ following: true, bell: false });
    expect(await result).toEqual(done);
    await settle();
    expect(relationOf(bench)).toMatchObject({ following: true, bell: true });
  });

  test('is taken back from the open profile, with words', async () => {
    const bench = await withProfile();
    bench.api.answer('following/create', () => apiFailure(400, 'BLOCKING'));
    expect(await bench.commands.follow(alice, 'user-bob')).toEqual(failed(words.answer.blocking));
    expect(relationOf(bench)).toMatchObject({ following: false });
  });

  test('is not mixed up with another profile or account', async () => {
    const bench = await withProfile();
    bench.api.hold('following/create', nothing);
    void bench.commands.follow(alice, 'user-carol');
    expect(relationOf(bench)).toMatchObject({ following: false });
  });

  test.each([
    ['unfollow', 'following/delete'],
    ['acceptFollow', 'following/requests/accept'],
    ['rejectFollow', 'following/requests/reject'],
    ['unmute', 'mute/delete'],
  ] as const)('%s asks for %s', async (name, endpoint) => {
    const bench = await onlineBench();
    bench.api.answer(endpoint, nothing);
    expect(await bench.commands[name](alice, 'user-bob')).toEqual(done);
    expect(bench.api.callsOf(endpoint)).toMatchObject([{ parameters: { userId: 'user-bob' } }]);
  });

  test('a mute and a bell carry what was chosen', async () => {
    const bench = await onlineBench();
    bench.api.answer('mute/create', nothing);
    bench.api.answer('following/update', nothing);
    expect(await bench.commands.mute(alice, 'user-bob', 60_000)).toEqual(done);
    expect(await bench.commands.setUserBell(alice, 'user-bob', true)).toEqual(done);
    expect(bench.api.callsOf('mute/create')[0]?.parameters).toEqual({
      userId: 'user-bob',
      expiresAt: bench.clock.now() + 60_000,
    });
    expect(bench.api.callsOf('following/update')[0]?.parameters).toMatchObject({
      notify: 'normal',
    });
  });
});

function userOf(raw: Readonly<Record<string, unknown>>) {
  return v.parse(userSchema, raw);
}
