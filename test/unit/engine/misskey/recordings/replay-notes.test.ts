/** The recordings of what happens to notes, and of what is told to everybody. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { serverFrames } from '../../../../support/captures.ts';
import { settle } from '../../../../support/fake-clock.ts';
import { channelId, confirm, receiveEvent } from '../../../../support/fake-misskey.ts';
import { sourceBench } from '../../../../support/source-bench.ts';

const noteFrameSchema = v.object({
  type: v.literal('channel'),
  body: v.object({ type: v.literal('note'), body: v.object({ id: v.string() }) }),
});

/** Replays a recording to an account that looks at its home timeline and captures all that it sees. */
async function replayed(name: string) {
  const bench = sourceBench();
  await bench.online();
  bench.watch('home');
  confirm(bench.sockets.last, 'homeTimeline');
  await settle();
  const connected = ['main', 'homeTimeline'];
  const frames = serverFrames(name, (channel) =>
    connected.includes(channel) ? channelId(bench.sockets.last, channel) : null,
  );
  const seen: string[] = [];
  for (const frame of frames) {
    bench.sockets.last.receive(frame);
    const note = v.safeParse(noteFrameSchema, frame);
    if (!note.success) continue;
    seen.push(note.output.body.body.id);
    bench.source.watchNotes(seen);
  }
  return { ...bench, note: (id: string) => bench.source.notes.find(id) };
}

describe('a captured note changes in place', () => {
  test('11-react-unicode', async () => {
    const { note, updatedNotes } = await replayed('11-react-unicode');
    expect(note('att13pu1rj0c001r')).toMatchObject({ reactions: { '👍': 1 }, myReaction: null });
    expect(updatedNotes.map(({ id }) => id)).toEqual(['att13pu1rj0c001r']);
  });

  test('12-react-custom: under the spelling that notes use', async () => {
    const { note } = await replayed('12-react-custom');
    expect(note('att2ecptjh380022')).toMatchObject({ reactions: { ':blobtest@.:': 1 } });
  });

  test('20-poll: another’s vote counts, and is not one’s own', async () => {
    const { note } = await replayed('20-poll');
    expect(note('att14m4arj0c002k')?.poll?.choices).toMatchObject([
      { votes: 0, isVoted: false },
      { votes: 1, isVoted: false },
    ]);
  });
});

test('59-emoji-broadcast: an emoji that comes, changes and goes is told', async () => {
  const { changedEmojis, clock } = await replayed('59-emoji-broadcast');
  await clock.advance(1_000);
  expect(changedEmojis).toEqual(['tmpmwpgwqqj']);
});

test('07-anonymous: a guest sees the local timeline, and is refused nothing that it asks for', async () => {
  const bench = sourceBench({ token: null });
  bench.api.answer('meta', () => ({ version: '2026.3.2', uri: 'http://127.0.0.1:3000' }));
  bench.source.start();
  bench.sockets.last.open();
  confirm(bench.sockets.last, 'hashtag');
  await settle();
  bench.watch('local', 'global');
  const channels = ['localTimeline', 'globalTimeline'];
  for (const channel of channels) confirm(bench.sockets.last, channel);
  await settle();
  const frames = serverFrames('07-anonymous', (channel) =>
    channels.includes(channel) ? channelId(bench.sockets.last, channel) : null,
  );
  for (const frame of frames) bench.sockets.last.receive(frame);
  for (const key of ['local', 'global']) {
    expect(bench.feed(key).timeline.notes.map(({ id }) => id)).toEqual(['att13io1rj0c001k']);
  }
  receiveEvent(bench.sockets.last, 'localTimeline', 'note', { id: 7 });
  expect(bench.feed('local').timeline.notes).toHaveLength(1);
  expect(bench.told.toasts).toEqual([]);
});
