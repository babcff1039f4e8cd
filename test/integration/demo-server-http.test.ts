import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCapture } from '../support/captures.ts';
import { callApi, type Demo, startDemo } from '../support/demo.ts';
import { streamClient } from '../support/stream-client.ts';

let demo: Demo;

beforeEach(async () => {
  demo = await startDemo();
});

afterEach(() => demo.server.kill());

const ask = (endpoint: string, params: unknown = {}, token: string | null = demo.token) =>
  callApi(demo.origin, endpoint, params, token);

const rows = (body: unknown) => v.parse(v.array(v.looseObject({ id: v.string() })), body);
const ids = (body: unknown) => rows(body).map(({ id }) => id);
const codeOf = (body: unknown) =>
  v.parse(v.object({ error: v.looseObject({ code: v.string() }) }), body).error.code;

describe('i/notifications', () => {
  test('gives the oldest first after sinceId alone, and the newest first otherwise', async () => {
    const made = ['one', 'two', 'three', 'four'].map(
      (body) => demo.server.app(body).notificationId,
    );
    const [first, second, third, fourth] = made;
    const page = async (params: object) =>
      ids((await ask('i/notifications', { markAsRead: false, ...params })).body);
    expect(await page({ limit: 2 })).toEqual([fourth, third]);
    expect(await page({ limit: 2, sinceId: first })).toEqual([second, third]);
    expect(await page({ limit: 2, untilId: fourth })).toEqual([third, second]);
    expect(await page({ sinceId: first, untilId: fourth })).toEqual([third, second]);
    expect(await page({ sinceId: fourth })).toEqual([]);
  });

  test('marks everything read unless asked not to, and tells the streams', async () => {
    const client = await streamClient(demo.origin, demo.token);
    await client.open('main', 'main1');
    const events = () => client.frames.flatMap(({ event }) => event ?? []);
    await ask('i/notifications', { markAsRead: false });
    await client.settle();
    expect(events()).toEqual([]);
    expect((await ask('i')).body).toMatchObject({ hasUnreadNotification: true });
    await ask('i/notifications');
    await client.waitFor(({ event }) => event === 'readAllNotifications');
    expect((await ask('i')).body).toMatchObject({ unreadNotificationsCount: 0 });
    await ask('i/notifications');
    await client.settle();
    expect(events()).toEqual(['readAllNotifications']);
    await ask('notifications/mark-all-as-read');
    await client.settle();
    expect(events()).toEqual(['readAllNotifications', 'readAllNotifications']);
  });

  test('leaves out what may not be shown any more, after counting', async () => {
    const { notificationId } = demo.server.app('stays');
    const { noteId } = demo.server.mention('akari');
    demo.server.deleteNote(noteId ?? '');
    expect(ids((await ask('i/notifications', { limit: 2 })).body)).toEqual([notificationId]);
  });

  test('keeps 500', async () => {
    for (let number = 0; number < 501; number += 1) demo.server.app(`${number}`);
    const { body } = await ask('i/notifications', { limit: 1, sinceId: '0' });
    expect(rows(body)[0]).toMatchObject({ body: '1' });
  });

  test('is limited to 30 calls in 30 seconds', async () => {
    for (let call = 0; call < 30; call += 1) await ask('i/notifications');
    const refused = await ask('i/notifications');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    const recorded = v
      .parse(
        v.object({ answers: v.array(v.looseObject({ body: v.unknown() })) }),
        readCapture('71-rate-limit'),
      )
      .answers.at(-1)?.body;
    const shape = v.object({
      error: v.object({
        message: v.string(),
        code: v.string(),
        id: v.string(),
        kind: v.string(),
        info: v.strictObject({
          remaining: v.literal(0),
          reset: v.number(),
          resetMs: v.number(),
          total: v.literal(30),
        }),
      }),
    });
    const { info: _recordedInfo, ...expected } = v.parse(shape, recorded).error;
    expect(v.parse(shape, refused.body).error).toMatchObject(expected);
    demo.clock.advance(30_000);
    expect((await ask('i/notifications')).status).toBe(200);
  });

  test('can be emptied', async () => {
    expect((await ask('notifications/flush')).status).toBe(204);
    expect((await ask('i/notifications')).body).toEqual([]);
  });
});

describe('chat', () => {
  test('says whether a message was read in the list of conversations alone', async () => {
    const client = await streamClient(demo.origin, demo.token);
    await client.open('main', 'main1');
    demo.server.chatMessage('akari', 'are you there?');
    demo.server.chatRoomMessage('akari', 'Tea', 'is anybody there?');
    demo.clock.advance(3_000);
    const told = () => client.frames.filter(({ event }) => event === 'newChatMessage');
    await client.waitFor(() => told().length === 2);
    const [message, inRoom] = told().map(({ body }) => body);
    expect(message).toMatchObject({ fromUser: { username: 'akari' }, toRoomId: null });
    expect(inRoom).toMatchObject({ toRoom: { name: 'Tea' }, toUserId: null });
    for (const one of [message, inRoom]) expect(one).not.toHaveProperty('isRead');
    const rooms = await ask('chat/history', { room: true });
    expect(rows(rooms.body)).toMatchObject([{ toRoom: { name: 'Tea' }, isRead: false }]);
  });
});

describe('the acts of the user', () => {
  const somebody = async (username: string) =>
    v.parse(v.looseObject({ id: v.string() }), (await ask('users/show', { username })).body).id;

  test('a note is posted, renoted, answered and deleted', async () => {
    const created = v.object({ createdNote: v.looseObject({ id: v.string() }) });
    const own = v.parse(created, (await ask('notes/create', { text: ' hello #Tag ' })).body);
    expect(own.createdNote).toMatchObject({
      text: 'hello #Tag',
      tags: ['tag'],
      visibility: 'public',
    });
    const noteId = demo.server.postNote('akari', { text: 'bread' });
    const renote = v.parse(created, (await ask('notes/create', { renoteId: noteId })).body);
    expect(renote.createdNote).toMatchObject({
      text: null,
      renote: { id: noteId, renoteCount: 1 },
    });
    const again = await ask('notes/create', { renoteId: renote.createdNote.id });
    expect(codeOf(again.body)).toBe('CANNOT_RENOTE_TO_A_PURE_RENOTE');
    expect(codeOf((await ask('notes/create', { replyId: 'no', text: 'x' })).body)).toBe(
      'NO_SUCH_REPLY_TARGET',
    );
    const deleted = await ask('notes/delete', { noteId: own.createdNote.id });
    expect(deleted.status).toBe(204);
    expect(codeOf((await ask('notes/show', { noteId: own.createdNote.id })).body)).toBe(
      'NO_SUCH_NOTE',
    );
    demo.clock.advance(1000);
    expect(codeOf((await ask('notes/delete', { noteId })).body)).toBe('ACCESS_DENIED');
  });

  test.each([
    [{}, '#/then/required'],
    [{ text: '' }, '#/then/properties/text/minLength'],
    [{ text: 'x'.repeat(3001) }, '#/then/properties/text/maxLength'],
    [{ text: 'x', visibility: 'secret' }, '#/properties/visibility/enum'],
    [{ text: 'x', poll: { choices: ['one'] } }, '#/properties/poll/properties/choices/minItems'],
    [{ text: 'x', replyId: 'no-id' }, '#/properties/replyId/format'],
    [{ text: 'x', localOnly: null }, '#/properties/localOnly/type'],
    [{ text: 'x', visibleUserIds: ['a', 'a'] }, '#/properties/visibleUserIds/uniqueItems'],
  ])('a bad note is refused with the parameter: %j', async (params, param) => {
    expect((await ask('notes/create', params)).body).toMatchObject({
      error: { code: 'INVALID_PARAM', info: { param } },
    });
  });

  test('what null is not allowed for is refused, and what nobody knows is not', async () => {
    const page = (params: object) => ask('notes/local-timeline', params);
    expect((await page({ untilId: null })).body).toMatchObject({
      error: { code: 'INVALID_PARAM', info: { param: '#/properties/untilId/type' } },
    });
    expect((await page({ unheardOf: null })).status).toBe(200);
  });

  test('of several tags the last one is looked for, and a quote breaks the server', async () => {
    const cats = demo.server.postNote('akari', { text: '#cats' });
    const dogs = demo.server.postNote('akari', { text: '#dogs' });
    const find = async (...query: readonly (readonly string[])[]) =>
      (await ask('notes/search-by-tag', { query })).body;
    expect(ids(await find(['Cats']))).toEqual([cats]);
    expect(ids(await find(['cats'], ['dogs']))).toEqual([dogs]);
    expect(ids(await find(['cats', 'dogs']))).toEqual([dogs]);
    expect(codeOf(await find(["cat's"]))).toBe('INTERNAL_ERROR');
  });

  test('a reaction is given once, changed, and taken back', async () => {
    const noteId = demo.server.postNote('akari', { text: 'bread' });
    const react = (reaction: string) => ask('notes/reactions/create', { noteId, reaction });
    expect((await react(':tea:')).status).toBe(204);
    expect(codeOf((await react(':tea@.:')).body)).toBe('ALREADY_REACTED');
    expect((await ask('notes/show', { noteId })).body).toMatchObject({
      reactions: { ':tea@.:': 1 },
      myReaction: ':tea@.:',
    });
    expect((await react(':nosuch:')).status).toBe(204);
    expect((await ask('notes/show', { noteId })).body).toMatchObject({ myReaction: '❤' });
    expect((await ask('notes/reactions/delete', { noteId })).status).toBe(204);
    const soon = await ask('notes/reactions/delete', { noteId });
    expect([soon.status, soon.headers.get('retry-after')]).toEqual([429, '3']);
    demo.clock.advance(3000);
    expect(codeOf((await ask('notes/reactions/delete', { noteId })).body)).toBe('NOT_REACTED');
  });

  test('a pure renote takes no reaction', async () => {
    const noteId = demo.server.renote('akari').noteId;
    const refused = await ask('notes/reactions/create', { noteId, reaction: '👍' });
    expect(codeOf(refused.body)).toBe('CANNOT_REACT_TO_RENOTE');
  });

  test('a vote counts once', async () => {
    const poll = { choices: ['tea', 'coffee'], expiresAt: demo.clock.now() + 1000 };
    const noteId = demo.server.postNote('akari', { text: '?', poll });
    expect((await ask('notes/polls/vote', { noteId, choice: 1 })).status).toBe(204);
    expect(codeOf((await ask('notes/polls/vote', { noteId, choice: 0 })).body)).toBe(
      'ALREADY_VOTED',
    );
    expect(codeOf((await ask('notes/polls/vote', { noteId, choice: 7 })).body)).toBe(
      'INVALID_CHOICE',
    );
    expect((await ask('notes/show', { noteId })).body).toMatchObject({
      poll: { choices: [{ votes: 0 }, { votes: 1, isVoted: true }] },
    });
    demo.clock.advance(1001);
    expect(codeOf((await ask('notes/polls/vote', { noteId, choice: 0 })).body)).toBe(
      'ALREADY_EXPIRED',
    );
  });

  test('following an open account counts as accepted, a locked one is asked', async () => {
    const open = await somebody('tenki_bot');
    expect((await ask('following/create', { userId: open })).status).toBe(200);
    expect(codeOf((await ask('following/create', { userId: open })).body)).toBe(
      'ALREADY_FOLLOWING',
    );
    const newest = rows((await ask('i/notifications', { limit: 1 })).body)[0];
    expect(newest).toMatchObject({ type: 'followRequestAccepted', userId: open });
    const locked = await somebody('kokoro');
    await ask('following/create', { userId: locked });
    expect((await ask('users/show', { userId: locked })).body).toMatchObject({
      isFollowing: false,
      hasPendingFollowRequestFromYou: true,
    });
    expect((await ask('users/relation', { userId: [locked, open] })).body).toMatchObject([
      { id: locked, isFollowing: false, hasPendingFollowRequestFromYou: true },
      { id: open, isFollowing: true },
    ]);
    expect((await ask('users/relation', { userId: open })).body).toMatchObject({ id: open });
  });

  test('a request is accepted once, and its notification goes', async () => {
    const { notificationId } = demo.server.requestFollow('lukas');
    const listed = async () => ids((await ask('i/notifications', { limit: 3 })).body);
    expect(await listed()).toContain(notificationId);
    const userId = await somebody('lukas');
    expect((await ask('following/requests/accept', { userId })).status).toBe(204);
    expect(await listed()).not.toContain(notificationId);
    const again = await ask('following/requests/accept', { userId });
    expect(codeOf(again.body)).toBe('NO_FOLLOW_REQUEST');
    expect((await ask('following/requests/reject', { userId })).status).toBe(204);
  });
});
