import { beforeEach, describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { type AppBench, alice, appBench, storedAccount } from '../../support/app-bench.ts';
import { settle } from '../../support/fake-clock.ts';
import { goOnline } from '../../support/fake-misskey.ts';
import { rawNote } from '../../support/samples.ts';

let bench: AppBench;

const detail = () => bench.feed.snapshot().detail;

/** An event of a captured note arrives. */
function happens(id: string, type: string, body: unknown): void {
  bench.sockets(alice).last.receive({ type: 'noteUpdated', body: { id, type, body } });
}

const captures = () => bench.sockets(alice).last.sent.filter((text) => /"(un)?subNote"/.test(text));

beforeEach(async () => {
  bench = appBench([storedAccount(alice)]);
  await bench.online();
  bench.commands.changeSettings({ clickOpens: 'window' });
  const reply = rawNote({ id: 'note-0' });
  bench.api.answer('notes/show', () => rawNote({ id: 'note-1', replyId: 'note-0', reply }));
  bench.commands.openNote(alice, 'note-1');
  await settle();
  bench.commands.watchNotes([{ accountId: alice, noteIds: ['note-1', 'note-0'] }]);
});

describe('the note that is shown alone', () => {
  test('changes in place, and so does what it answers', () => {
    happens('note-1', 'reacted', { reaction: '👍', userId: 'user-bob' });
    happens('note-0', 'reacted', { reaction: '🎉', userId: 'user-alice' });
    expect(detail()).toMatchObject({
      note: { reactions: [{ key: '👍', count: 1, mine: false }] },
      replyTo: { reactions: [{ key: '🎉', count: 1, mine: true }] },
    });
  });

  test('says when it was deleted', () => {
    happens('note-1', 'deleted', { deletedAt: 'now' });
    expect(detail()).toEqual({ kind: 'failed', error: messagesIn('en').error.noteGone });
  });

  test('goes on when what it answers was deleted', () => {
    happens('note-0', 'deleted', { deletedAt: 'now' });
    expect(detail()).toMatchObject({ kind: 'note', note: { id: 'note-1' }, replyTo: null });
  });

  test('is held no more once it is closed', () => {
    bench.commands.closeDetail();
    happens('note-1', 'reacted', { reaction: '👍', userId: 'user-bob' });
    expect(detail()).toBeNull();
  });

  test('that was deleted while it loaded says so', async () => {
    const release = bench.api.hold('notes/show', () => rawNote({ id: 'note-2' }));
    bench.commands.openNote(alice, 'note-2');
    await settle();
    bench.accounts.get(alice)?.source?.notes.remove('note-2');
    release();
    await settle();
    expect(detail()).toEqual({ kind: 'failed', error: messagesIn('en').error.noteGone });
  });

  test('and all that is in view goes on being captured with a new token', async () => {
    const stored = bench.accounts.get(alice)?.stored;
    await bench.accounts.add(
      {
        server: { host: 'example.social', origin: 'https://example.social' },
        token: `token of ${alice}`,
        user: {
          id: 'user-alice',
          username: 'alice',
          name: null,
          host: null,
          avatarUrl: null,
          isBot: false,
          isCat: false,
          emojis: {},
        },
      },
      'miauth',
    );
    expect(bench.accounts.get(alice)?.stored.id).toBe(stored?.id);
    await bench.clock.advance(2_000);
    goOnline(bench.sockets(alice).last);
    await settle();
    expect(captures()).toHaveLength(2);
    happens('note-1', 'reacted', { reaction: '👍', userId: 'user-bob' });
    expect(detail()).toMatchObject({ note: { reactions: [{ key: '👍' }] } });
  });
});

test('notes in view are let go while nobody can see the window, and captured again', () => {
  bench.accounts.notes.setSeen(false);
  bench.accounts.notes.setSeen(false);
  expect(captures()).toHaveLength(4);
  bench.accounts.notes.setSeen(true);
  expect(captures()).toHaveLength(6);
  bench.commands.watchNotes([]);
  expect(captures()).toHaveLength(8);
});

test('in a time to save only the first few notes in view are captured', () => {
  const noteIds = Array.from({ length: 9 }, (_, index) => `note-${index}`);
  const captured = () =>
    captures().reduce((ids, text) => {
      const [, id = ''] = /"id":"([^"]+)"/.exec(text) ?? [];
      if (text.includes('"subNote"')) ids.add(id);
      else ids.delete(id);
      return ids;
    }, new Set<string>());
  bench.commands.watchNotes([{ accountId: alice, noteIds }]);
  expect(captured().size).toBe(9);
  bench.accounts.notes.setSparing(true);
  bench.accounts.notes.setSparing(true);
  expect([...captured()].sort()).toEqual(noteIds.slice(0, 5));
  bench.accounts.notes.setSparing(false);
  expect(captured().size).toBe(9);
});
