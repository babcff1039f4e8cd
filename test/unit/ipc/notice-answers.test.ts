import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { History } from '../../../src-main/engine/notices/history.ts';
import type { Notice } from '../../../src-main/engine/notices/notice.ts';
import { nothing } from '../../support/answers-bench.ts';
import { type AppBench, alice, appBench } from '../../support/app-bench.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { memoryLog } from '../../support/memory-log.ts';
import { aNotice, rawNote } from '../../support/samples.ts';

const words = messagesIn('en');
const done = { ok: true };
const failed = (error: string) => ({ ok: false, error });
const id = `${alice}/n1`;
const note = {
  id: 'note-1',
  text: 'tea?',
  cw: null,
  hidden: false,
  direct: false,
  files: 0,
  poll: false,
};

/** Alice is online and has this notice. */
async function noticeBench(fields: Partial<Notice>) {
  const bench = appBench();
  await bench.online();
  bench.bell.ring(aNotice('n1', { createdAt: bench.clock.now(), ...fields }), true);
  return bench;
}

const noticeIn = (bench: AppBench) => bench.feed.snapshot().notices.items[0];

describe('a notice is answered', () => {
  test.each([
    ['follow', 'follow-back', 'following/create', 'Followed back'],
    ['receiveFollowRequest', 'accept-follow', 'following/requests/accept', 'Accepted'],
    ['receiveFollowRequest', 'reject-follow', 'following/requests/reject', 'Rejected'],
  ] as const)('%s: %s', async (type, action, endpoint, answered) => {
    const bench = await noticeBench({ type });
    expect(noticeIn(bench)?.actions).toContain(action);
    bench.api.answer(endpoint, nothing);
    expect(await bench.commands.answerNotice(id, action)).toEqual(done);
    expect(bench.api.callsOf(endpoint)).toMatchObject([{ parameters: { userId: 'user-bob' } }]);
    expect(noticeIn(bench)).toMatchObject({ actions: [], answered, read: true });
  });

  test('once: what was done is still known after a restart, and after the file was written anew', async () => {
    const bench = await noticeBench({ type: 'follow' });
    bench.api.answer('following/create', nothing);
    await bench.commands.answerNotice(id, 'follow-back');
    const again = new History(bench.file, memoryLog());
    expect(again.get(id)?.answered).toBe('follow-back');
    // Forgetting writes the file anew.
    again.forget('nobody');
    expect(new History(bench.file, memoryLog()).get(id)?.answered).toBe('follow-back');
  });

  test('only where the server agreed', async () => {
    const bench = await noticeBench({ type: 'receiveFollowRequest' });
    bench.api.answer('following/requests/accept', () => apiFailure(400, 'NO_FOLLOW_REQUEST'));
    expect(await bench.commands.answerNotice(id, 'accept-follow')).toEqual(
      failed(words.answer.noFollowRequest),
    );
    expect(noticeIn(bench)).toMatchObject({
      actions: ['accept-follow', 'reject-follow'],
      answered: null,
      read: false,
    });
  });

  test('with words, as from a toast', async () => {
    const bench = await noticeBench({ type: 'mention', note });
    bench.api.answer('meta', () => ({}));
    bench.api.answer('notes/show', () => rawNote({ visibility: 'home' }));
    bench.api.answer('notes/create', () => ({ createdNote: rawNote({ id: 'new-1' }) }));
    expect(await bench.noticeAnswers.reply(id, 'yes!')).toEqual(done);
    expect(bench.api.callsOf('notes/create')[0]?.parameters).toMatchObject({
      replyId: 'note-1',
      text: '@bob yes!',
      visibility: 'home',
    });
    expect(noticeIn(bench)).toMatchObject({
      noteId: 'note-1',
      actions: ['reply', 'react'],
      answered: 'Replied',
    });
  });

  test('with a reaction, as from a toast', async () => {
    const bench = await noticeBench({ type: 'reply', note });
    bench.api.answer('notes/reactions/create', nothing);
    expect(await bench.noticeAnswers.react(id, '❤')).toEqual(done);
    expect(bench.api.callsOf('notes/reactions/create')[0]?.parameters).toEqual({
      noteId: 'note-1',
      reaction: '❤',
    });
    expect(noticeIn(bench)).toMatchObject({ answered: 'Reacted', read: true });
  });

  test('or is not kept any more, and done with', async () => {
    const bench = await noticeBench({ type: 'follow' });
    expect(await bench.commands.answerNotice('gone', 'follow-back')).toEqual(done);
    expect(bench.api.callsOf('following/create')).toEqual([]);
  });
});

describe('an announcement', () => {
  const announcement = { type: 'announcement', sourceId: 'announcement:a1', person: null };

  test('is confirmed to the server', async () => {
    const bench = await noticeBench(announcement);
    bench.api.answer('i/read-announcement', nothing);
    expect(await bench.commands.answerNotice(id, 'confirm')).toEqual(done);
    expect(bench.api.callsOf('i/read-announcement')[0]?.parameters).toEqual({
      announcementId: 'a1',
    });
    expect(noticeIn(bench)).toMatchObject({ actions: [], answered: 'Read', read: true });
  });

  test('is read here alone where the token may not tell the server', async () => {
    const bench = await noticeBench(announcement);
    bench.api.answer('i/read-announcement', () => apiFailure(403, 'PERMISSION_DENIED'));
    expect(await bench.commands.answerNotice(id, 'confirm')).toEqual(done);
    expect(noticeIn(bench)).toMatchObject({ answered: 'Read', read: true });
  });

  test('is not confirmed while the server is away', async () => {
    const bench = await noticeBench(announcement);
    bench.api.answer('i/read-announcement', () => apiFailure(503, 'X'));
    expect(await bench.commands.answerNotice(id, 'confirm')).toMatchObject({ ok: false });
    expect(noticeIn(bench)).toMatchObject({ answered: null, read: false });
  });
});

test('whom one follows is not to be followed back', async () => {
  const bench = await noticeBench({ type: 'follow' });
  expect(noticeIn(bench)?.actions).toEqual(['follow-back']);
  bench.bell.ring(aNotice('n0', { type: 'followRequestAccepted', createdAt: 1 }), false);
  expect(noticeIn(bench)).toMatchObject({ type: 'follow', actions: [] });
});
