import { beforeEach, describe, expect, test } from 'vitest';
import { rawNote } from '../../../../support/samples.ts';
import { onlineBench } from '../../../../support/source-bench.ts';

type Bench = Awaited<ReturnType<typeof onlineBench>>;

let bench: Bench;

const captures = () =>
  bench.sockets.last.sent
    .filter((text) => /"(un)?subNote"/.test(text))
    .map((text) => {
      const { type, body } = JSON.parse(text);
      return `${type} ${body.id}`;
    });

/** An event of a captured note arrives. */
function happens(id: string, type: string, body: unknown): void {
  bench.sockets.last.receive({ type: 'noteUpdated', body: { id, type, body } });
}

beforeEach(async () => {
  bench = await onlineBench();
  bench.api.answer('notes/timeline', () => [
    rawNote({ id: 'b', text: null, renoteId: 'a', renote: rawNote({ id: 'a' }) }),
    rawNote({ id: 'a' }),
  ]);
  bench.watch('home');
  await bench.confirm('homeTimeline');
});

describe('notes in view', () => {
  test('are captured, and let go when they are out of view', () => {
    bench.source.watchNotes(['b', 'a', 'a']);
    bench.source.watchNotes(['a', 'c']);
    expect(captures()).toEqual(['subNote b', 'subNote a', 'unsubNote b', 'subNote c']);
  });

  test('are no more than a screen shows', async () => {
    bench.source.watchNotes(Array.from({ length: 1_000 }, (_, n) => `n${n}`));
    await bench.clock.advance(10_000);
    expect(captures()).toHaveLength(400);
  });

  test('change in all their places, and each place is told of once', () => {
    bench.source.watchNotes(['b', 'a']);
    happens('a', 'reacted', { reaction: '👍', userId: 'user-alice' });
    expect(bench.source.notes.find('b')?.renote).toMatchObject({
      reactions: { '👍': 1 },
      myReaction: '👍',
    });
    expect(bench.updatedNotes.map(({ id }) => id)).toEqual(['b', 'a']);
    const changes = bench.changes.filter(({ kind }) => kind === 'update');
    expect(changes.map((change) => 'note' in change && change.note.id)).toEqual(['b', 'a']);
  });

  test('that are deleted go, and what renoted them says so', () => {
    bench.source.watchNotes(['b', 'a']);
    happens('a', 'deleted', { deletedAt: 'now' });
    expect(bench.removedNotes).toEqual(['a']);
    expect(bench.source.notes.find('b')).toMatchObject({ renoteId: 'a', renote: null });
    expect(bench.changes).toContainEqual({ kind: 'remove', noteId: 'a' });
  });

  test('are not told of when they are out of view', () => {
    bench.source.watchNotes(['a']);
    bench.source.watchNotes([]);
    happens('a', 'reacted', { reaction: '👍', userId: 'user-bob' });
    expect(bench.updatedNotes).toEqual([]);
  });
});

test('a page that is loaded anew keeps what happened while it was on its way', async () => {
  bench.source.watchNotes(['a']);
  const release = bench.api.hold('notes/timeline', () => [rawNote({ id: 'a' })]);
  bench.feed().reload();
  happens('a', 'reacted', { reaction: '👍', userId: 'user-bob' });
  release();
  await bench.clock.advance(0);
  expect(bench.source.notes.find('a')?.reactions).toEqual({ '👍': 1 });
});

test('what was missed without a connection is asked for', async () => {
  bench.source.watchNotes(['a']);
  bench.sockets.last.end({ kind: 'closed', code: 1006 });
  bench.api.answer('notes/timeline', () => []);
  bench.api.answer('notes/show', () =>
    rawNote({ id: 'a', reactions: { '🎉': 3 }, myReaction: '🎉' }),
  );
  await bench.clock.advance(5_000);
  bench.sockets.last.open();
  await bench.confirm('main');
  expect(captures()).toEqual(['subNote a']);
  await bench.clock.advance(1_000);
  expect(bench.source.notes.find('a')).toMatchObject({ reactions: { '🎉': 3 }, myReaction: '🎉' });
});

test('after the end nothing is captured', async () => {
  bench.source.watchNotes(['a']);
  bench.source.stop();
  await bench.clock.advance(100_000);
  expect(bench.clock.pending).toBe(0);
  expect(bench.api.callsOf('notes/show')).toEqual([]);
});
