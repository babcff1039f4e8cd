import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endOf } from '../../support/answers-bench.ts';
import { type DemoAnswers, demoAnswers } from '../../support/demo-answers.ts';

let bench: DemoAnswers;

beforeEach(async () => {
  bench = await demoAnswers();
});

afterEach(() => bench.server.stop());

/** Akari's note, shown. */
async function theirs(parameters: Readonly<Record<string, unknown>> = { text: 'hello' }) {
  const noteId = await bench.post('akari', parameters);
  await bench.show(noteId);
  return noteId;
}

const mine = (noteId: string) => bench.shown(noteId).myReaction;

describe('a reaction', () => {
  test('is the server’s, too, and what is shown is what the server has', async () => {
    const noteId = await theirs();
    await bench.answers.react(noteId, ':suzu:');
    await bench.answers.react(noteId, '❤️');
    const { reactions, myReaction } = await bench.read(noteId);
    expect({ reactions, myReaction }).toEqual({ reactions: { '❤': 1 }, myReaction: '❤' });
    expect(bench.shown(noteId)).toMatchObject({ reactions, myReaction });
  });

  test('given elsewhere before is found out, and counted once', async () => {
    const noteId = await theirs();
    const elsewhere = bench.server.issueToken(bench.server.account, 'native');
    await callReaction(elsewhere, noteId);
    expect(bench.shown(noteId).reactions).toEqual({});
    expect(await endOf(bench.answers.react(noteId, '👍'))).toBe('done');
    expect(bench.shown(noteId)).toMatchObject({ reactions: { '👍': 1 }, myReaction: '👍' });
  });

  test('taken back twice within three seconds waits for the server', async () => {
    const noteId = await theirs();
    for (const wanted of ['👍', null, '👍']) await bench.answers.react(noteId, wanted);
    const end = endOf(bench.answers.react(noteId, null));
    // The second one is refused first; then the clock that both share moves on.
    await bench.clock.waitFor(3_000);
    expect(mine(noteId)).toBeNull();
    bench.clock.advance(3_000);
    expect(await end).toBe('done');
    expect((await bench.read(noteId)).reactions).toEqual({});
  });

  test('to somebody who blocks, and to a note that is gone, is put back', async () => {
    const noteId = await theirs();
    bench.server.block('akari', bench.server.account);
    expect(await endOf(bench.answers.react(noteId, '👍'))).toBe('YOU_HAVE_BEEN_BLOCKED');
    expect(mine(noteId)).toBeNull();
    bench.server.deleteNote(noteId);
    expect(await endOf(bench.answers.react(noteId, '👍'))).toBe('NO_SUCH_NOTE');
    expect(bench.shown(noteId).reactions).toEqual({});
  });
});

describe('a vote', () => {
  const poll = { choices: ['tea', 'coffee'], multiple: false };

  test('counts, once', async () => {
    const noteId = await theirs({ text: 'which?', poll });
    await bench.answers.vote(noteId, 1);
    expect(bench.shown(noteId).poll).toEqual((await bench.read(noteId)).poll);
    expect(await endOf(bench.answers.vote(noteId, 0))).toBe('ALREADY_VOTED');
    expect(bench.shown(noteId).poll?.choices.map(({ votes }) => votes)).toEqual([0, 1]);
  });

  test('in a poll that has ended is put back', async () => {
    const noteId = await theirs({ text: 'which?', poll: { ...poll, expiredAfter: 1_000 } });
    bench.clock.advance(1_001);
    expect(await endOf(bench.answers.vote(noteId, 0))).toBe('ALREADY_EXPIRED');
    expect(bench.shown(noteId).poll?.choices.map(({ votes }) => votes)).toEqual([0, 0]);
  });

  test('for what is no choice, and to somebody who blocks, is put back', async () => {
    const noteId = await theirs({ text: 'which?', poll });
    expect(await endOf(bench.answers.vote(noteId, 7))).toBe('INVALID_CHOICE');
    bench.server.block('akari', bench.server.account);
    expect(await endOf(bench.answers.vote(noteId, 0))).toBe('YOU_HAVE_BEEN_BLOCKED');
    expect(bench.shown(noteId).poll?.choices.map(({ votes }) => votes)).toEqual([0, 0]);
  });
});

describe('a renote', () => {
  test('is made as narrow as the note, counted, and taken back', async () => {
    const noteId = await theirs({ text: 'hello', visibility: 'home' });
    const renoteId = await bench.answers.renote(noteId);
    expect(await bench.read(renoteId)).toMatchObject({ visibility: 'home', renoteId: noteId });
    expect(bench.shown(noteId).renoteCount).toBe(1);
    expect((await bench.read(noteId)).renoteCount).toBe(1);
    await bench.answers.deleteNote(renoteId);
    expect(bench.shown(noteId).renoteCount).toBe(0);
    expect((await bench.read(noteId)).renoteCount).toBe(0);
  });

  test('of one’s own note is not counted here either', async () => {
    const noteId = await bench.post(bench.server.account, {
      text: 'mine',
      visibility: 'followers',
    });
    await bench.show(noteId);
    const renoteId = await bench.answers.renote(noteId);
    expect((await bench.read(renoteId)).visibility).toBe('followers');
    expect(bench.shown(noteId).renoteCount).toBe((await bench.read(noteId)).renoteCount);
  });

  test('stays in the channel of its note', async () => {
    const [channelId] = bench.server.world.channels.keys();
    const noteId = await theirs({ text: 'hello', channelId });
    expect((await bench.read(await bench.answers.renote(noteId))).channelId).toBe(channelId);
  });

  test('of somebody who blocks is counted back', async () => {
    const noteId = await theirs();
    bench.server.block('akari', bench.server.account);
    expect(await endOf(bench.answers.renote(noteId))).toBe('YOU_HAVE_BEEN_BLOCKED');
    expect(bench.shown(noteId).renoteCount).toBe(0);
  });
});

describe('a note', () => {
  const plain = { cw: null, visibility: 'public', localOnly: false } as const;
  const fresh = { ...plain, purpose: { kind: 'new' } } as const;

  test('is posted as it was written, and deleted', async () => {
    const id = await bench.answers.post({ ...fresh, text: ' hello ', cw: 'careful' });
    expect(await bench.read(id)).toMatchObject({ text: 'hello', cw: 'careful' });
    await bench.answers.deleteNote(id);
    expect(await endOf(bench.read(id))).toBe('NO_SUCH_NOTE');
  });

  test('that answers a direct one reaches the same people', async () => {
    const noteId = await bench.post('akari', {
      text: `@${bench.server.account} @mei tea?`,
      visibility: 'specified',
      visibleUserIds: [bench.me.id, bench.idOf('mei')],
    });
    const draft = await bench.answers.startDraft({ kind: 'reply', noteId });
    expect(draft).toMatchObject({
      text: '@akari @mei ',
      visibility: 'specified',
      visibilities: ['specified'],
      recipients: ['@akari', '@mei'],
    });
    const reply = await bench.read(await bench.answers.reply(noteId, 'yes!'));
    expect(reply).toMatchObject({ text: '@akari @mei yes!', replyId: noteId });
    expect([...reply.visibleUserIds].sort()).toEqual(
      [bench.idOf('akari'), bench.idOf('mei')].sort(),
    );
  });

  test('that quotes counts', async () => {
    const noteId = await theirs();
    const purpose = { kind: 'quote', noteId } as const;
    const id = await bench.answers.post({ ...plain, purpose, text: 'see' });
    expect(await bench.read(id)).toMatchObject({ renoteId: noteId, text: 'see' });
    expect(bench.shown(noteId).renoteCount).toBe(1);
  });

  test('is as long as the server lets it be', async () => {
    bench.server.setNoteLimits({ textLength: 10 });
    expect((await bench.answers.startDraft({ kind: 'new' })).maxLength).toBe(10);
    expect(await endOf(bench.answers.post({ ...fresh, text: '0123456789' }))).toBe('done');
    expect(await endOf(bench.answers.post({ ...fresh, text: '0123456789a' }))).toBe('too-long');
  });

  test('that the server does not take fails with its reason', async () => {
    bench.server.setNoteLimits({ prohibitedWords: ['durian'], mentions: 1 });
    expect(await endOf(bench.answers.post({ ...fresh, text: 'a durian' }))).toBe(
      'CONTAINS_PROHIBITED_WORDS',
    );
    expect(await endOf(bench.answers.post({ ...fresh, text: '@akari @mei hi' }))).toBe(
      'CONTAINS_TOO_MANY_MENTIONS',
    );
    const gone = { kind: 'reply', noteId: 'gone' } as const;
    expect(await endOf(bench.answers.post({ ...plain, purpose: gone, text: 'hi' }))).toBe(
      'NO_SUCH_NOTE',
    );
  });

  test('of somebody else is not deleted', async () => {
    const noteId = await theirs();
    expect(await endOf(bench.answers.deleteNote(noteId))).toBe('ACCESS_DENIED');
  });

  test('two are deleted a second apart, as the server wants', async () => {
    const ids = [
      await bench.answers.post({ ...fresh, text: 'one' }),
      await bench.answers.post({ ...fresh, text: 'two' }),
    ];
    await bench.answers.deleteNote(ids[0] ?? '');
    const end = endOf(bench.answers.deleteNote(ids[1] ?? ''));
    await bench.clock.waitFor(1_000);
    bench.clock.advance(1_000);
    expect(await end).toBe('done');
  });
});

describe('a person', () => {
  const people = () => bench.answers.people;

  test('is followed, rings, and is unfollowed', async () => {
    const userId = bench.idOf('tomas');
    await people().unfollow(userId);
    await people().follow(userId);
    await people().setBell(userId, true);
    expect(bench.server.world.followings.get(bench.me.id)?.get(userId)).toMatchObject({
      notify: 'normal',
    });
    await people().unfollow(userId);
    expect(bench.server.world.followings.get(bench.me.id)?.has(userId)).toBe(false);
    expect(await endOf(people().setBell(userId, true))).toBe('NOT_FOLLOWING');
  });

  test('who is locked is asked, and the question is taken back', async () => {
    const userId = bench.idOf('tomas');
    await people().unfollow(userId);
    const tomas = bench.server.world.users.get(userId);
    if (tomas !== undefined) tomas.isLocked = true;
    await people().follow(userId);
    expect(bench.server.world.followRequests.get(userId)?.has(bench.me.id)).toBe(true);
    await people().unfollow(userId);
    expect(bench.server.world.followRequests.get(userId)?.has(bench.me.id)).toBe(false);
  });

  test('who asks is let in or turned away, once', async () => {
    bench.server.requestFollow('lukas');
    await people().acceptFollow(bench.idOf('lukas'));
    expect(bench.server.world.followings.get(bench.idOf('lukas'))?.has(bench.me.id)).toBe(true);
    expect(await endOf(people().acceptFollow(bench.idOf('lukas')))).toBe('NO_FOLLOW_REQUEST');
    bench.server.requestFollow('amelie');
    await people().rejectFollow(bench.idOf('amelie'));
    expect(bench.server.world.followings.get(bench.idOf('amelie'))?.has(bench.me.id)).toBeFalsy();
    expect(await endOf(people().rejectFollow(bench.idOf('amelie')))).toBe('done');
  });

  test('is muted for a while, and for good', async () => {
    const userId = bench.idOf('tomas');
    const isMuted = () => bench.server.world.mutes.get(bench.me.id)?.has(userId) ?? false;
    await people().mute(userId, 60_000);
    expect(isMuted()).toBe(true);
    bench.clock.advance(60_000);
    expect(isMuted()).toBe(false);
    await people().mute(userId, null);
    expect(isMuted()).toBe(true);
    await people().unmute(userId);
    expect(isMuted()).toBe(false);
  });

  test('who blocks, or is blocked, is not followed', async () => {
    const amelie = bench.idOf('amelie');
    const lukas = bench.idOf('lukas');
    await people().unfollow(amelie);
    await people().unfollow(lukas);
    bench.server.block('amelie', bench.server.account);
    bench.server.block(bench.server.account, 'lukas');
    expect(await endOf(people().follow(amelie))).toBe('BLOCKED');
    expect(await endOf(people().follow(lukas))).toBe('BLOCKING');
  });
});

test('a token of an older Suzu may do none of it, and that is noticed', async () => {
  const old = await demoAnswers(['read:account', 'read:notifications', 'write:notifications']);
  const noteId = await old.post('akari', { text: 'hello', poll: { choices: ['a', 'b'] } });
  await old.show(noteId);
  const ends = [
    () => old.answers.react(noteId, '👍'),
    () => old.answers.vote(noteId, 0),
    () => old.answers.renote(noteId),
    () => old.answers.people.follow(old.idOf('tomas')),
    () => old.answers.people.mute(old.idOf('tomas'), null),
  ];
  for (const answer of ends) expect(await endOf(answer())).toBe('PERMISSION_DENIED');
  expect(old.forbidden.length).toBe(2);
  expect(old.shown(noteId)).toEqual(await old.read(noteId));
  await old.server.stop();
});

test('a server that is away is told, and nothing stays changed', async () => {
  const noteId = await theirs();
  await bench.server.kill();
  expect(await endOf(bench.answers.react(noteId, '👍'))).toBe('unreachable');
  expect(mine(noteId)).toBeNull();
});

async function callReaction(token: string, noteId: string): Promise<void> {
  await fetch(`${bench.origin}/api/notes/reactions/create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ i: token, noteId, reaction: '👍' }),
  });
}
