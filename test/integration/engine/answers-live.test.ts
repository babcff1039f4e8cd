import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MisskeySource } from '../../../src-main/engine/misskey/source.ts';
import { plainTimeline } from '../../../src-main/engine/misskey/timelines/timelines.ts';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let bench: LiveBench;
let source: MisskeySource;

beforeEach(async () => {
  bench = await liveBench();
  const account = bench.engine.accounts.get(await bench.online());
  if (account?.source == null) throw new Error('the account does not run');
  source = account.source;
  source.watchTimelines([plainTimeline('home')]);
  await bench.engine.waitFor(() => source.timelines.get('home')?.status.state === 'ready');
});

afterEach(() => bench.end());

/** A note of the timeline whose events come. */
async function captured(): Promise<string> {
  const noteId = bench.server.postNote('akari', { text: 'hello' });
  await bench.engine.waitFor(() => source.notes.find(noteId));
  source.watchNotes([noteId]);
  const isAsked = () =>
    bench.server.frames.some(({ text }) => text.includes('subNote') && text.includes(noteId));
  for (let turn = 1; !isAsked(); turn += 1) await bench.mark(`turn ${turn}`);
  return noteId;
}

test('an own reaction counts once, although the stream tells of it too', async () => {
  const noteId = await captured();
  await source.answers.react(noteId, '👍');
  bench.server.react('mei', noteId, '👍');
  await bench.mark('both came');
  expect(source.notes.find(noteId)).toMatchObject({ reactions: { '👍': 2 }, myReaction: '👍' });
  await source.answers.react(noteId, '🎉');
  await bench.mark('it changed');
  expect(source.notes.find(noteId)).toMatchObject({
    reactions: { '👍': 1, '🎉': 1 },
    myReaction: '🎉',
  });
  await source.answers.react(noteId, null);
  await bench.mark('it went');
  expect(source.notes.find(noteId)).toMatchObject({ reactions: { '👍': 1 }, myReaction: null });
});

test('what an answer brings forth comes by the stream, and goes with it', async () => {
  const noteId = await captured();
  const replyId = await source.answers.reply(noteId, 'hi');
  const reply = await bench.engine.waitFor(() => source.notes.find(replyId));
  expect(reply).toMatchObject({ text: '@akari hi', replyId: noteId });
  await source.answers.deleteNote(replyId);
  expect(source.notes.find(replyId)).toBeNull();
});

test('a mute silences, and a followed person rings once the bell is set', async () => {
  const userId = [...bench.server.world.users.values()].find(
    ({ username }) => username === 'akari',
  )?.id;
  if (userId === undefined) throw new Error('akari is gone');
  await source.answers.people.setBell(userId, true);
  bench.server.postNote('akari', { text: 'fresh bread' });
  await bench.engine.waitFor(() => bench.titles().some((title) => title.includes('posted a note')));
  await source.answers.people.mute(userId, null);
  bench.server.mention('akari', 'unheard');
  await bench.mark('heard');
  expect(bench.engine.toasts.map(({ body }) => body)).not.toContain('unheard');
});
