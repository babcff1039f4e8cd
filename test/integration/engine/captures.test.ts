import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Note } from '../../../src-main/engine/misskey/api/schemas.ts';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;
let account: string;

const captureSchema = v.object({
  type: v.picklist(['subNote', 'unsubNote']),
  body: v.object({ id: v.string() }),
});

/** The captures that the server was asked for, on all connections or on one. */
function captures(connection: number | null = null): string[] {
  return live.server.frames.flatMap((frame) => {
    const parsed = v.safeParse(captureSchema, frame.json);
    const isMeant = connection === null || frame.connection === connection;
    return parsed.success && isMeant ? [`${parsed.output.type} ${parsed.output.body.id}`] : [];
  });
}

const source = (accountId = account) => live.engine.accounts.get(accountId)?.source;
const held = (noteId: string, accountId = account): Note | null =>
  source(accountId)?.notes.find(noteId) ?? null;

/** Waits for something that only the server sees. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => (isSo() ? resolve() : setImmediate(check));
    check();
  });
}

/** The account looks at its home timeline and at these notes of it. */
async function look(noteIds: readonly string[], accountId = account): Promise<void> {
  live.engine.accounts.timelines.watch([{ accountId, key: 'home' }]);
  await live.engine.waitFor(() => noteIds.every((id) => held(id, accountId) !== null));
  live.engine.accounts.notes.watch([{ accountId, noteIds }]);
}

beforeEach(async () => {
  live = await liveBench();
  account = await live.online();
});

afterEach(() => live.end());

describe('a note in view', () => {
  test('changes in place, and those out of view do not', async () => {
    const [seen, unseen] = [1, 2].map((n) =>
      live.server.postNote('akari', { text: `note ${n}`, poll: { choices: ['a', 'b'] } }),
    );
    if (seen === undefined || unseen === undefined) throw new Error('no notes');
    await look([seen, unseen]);
    live.engine.accounts.notes.watch([{ accountId: account, noteIds: [seen] }]);
    await until(() => captures().includes(`subNote ${seen}`));
    for (const id of [unseen, seen]) {
      live.server.react('jiho', id, ':suzu:');
      live.server.vote('mei', id, 1);
      live.server.editNote(id, 'edited', 'careful');
    }
    await live.engine.waitFor(() => held(seen)?.text === 'edited');
    expect(held(seen)).toMatchObject({
      cw: 'careful',
      reactions: { ':suzu@.:': 1 },
      poll: { choices: [{ votes: 0 }, { votes: 1 }] },
    });
    expect(held(unseen)).toMatchObject({ text: 'note 2', reactions: {} });
    live.server.unreact('jiho', seen);
    await live.engine.waitFor(() => Object.keys(held(seen)?.reactions ?? {}).length === 0);
    live.server.deleteNote(seen);
    await live.engine.waitFor(() => held(seen) === null);
    const told = live.engine.changes.map((change) =>
      'note' in change ? `${change.kind} ${change.note.id}` : change.kind,
    );
    expect(told).toContain(`update ${seen}`);
    expect(told).toContain('remove');
  });

  test('is let go when it is out of view, and when nobody can see the window', async () => {
    const noteId = live.server.postNote('akari');
    await look([noteId]);
    await until(() => captures().includes(`subNote ${noteId}`));
    live.engine.accounts.notes.setSeen(false);
    live.engine.accounts.notes.setSeen(true);
    await until(() => captures().length === 3);
    live.engine.accounts.notes.watch([]);
    await until(() => captures().length === 4);
    const [captured, released] = [`subNote ${noteId}`, `unsubNote ${noteId}`];
    expect(captures()).toEqual([captured, released, captured, released]);
    live.server.react('jiho', noteId, '👍');
    await live.mark('reacted');
    expect(held(noteId)?.reactions).toEqual({});
  });
});

describe('connections that are lost while things happen', () => {
  test('neither lose reactions and deletions nor count any twice', async () => {
    const ids = Array.from({ length: 6 }, (_, n) =>
      live.server.postNote('akari', { text: `note ${n}` }),
    );
    await look(ids);
    await until(() => captures().length === ids.length);
    const people = ['jiho', 'mei', 'lukas', 'amelie'];
    const reactAll = (emoji: string) => {
      for (const id of ids.slice(1))
        for (const person of people) live.server.react(person, id, emoji);
    };
    reactAll('👍');
    // In the middle of a frame, and with some of them still on their way.
    live.server.sendRaw('{"type":"noteUpdated","body":{"id":"');
    live.server.dropConnections();
    reactAll('🎉');
    live.server.deleteNote(ids[0] ?? '');
    await live.engine.waitForState(account, 'waiting');
    await live.engine.waitForState(account, 'online');
    live.server.react(live.server.account, ids[1] ?? '', '❤');
    await live.engine.waitFor(
      () =>
        held(ids[0] ?? '') === null &&
        held(ids[1] ?? '')?.myReaction === '❤' &&
        ids.slice(2).every((id) => held(id)?.reactions['🎉'] === people.length),
    );
    for (const id of ids.slice(1)) expect(held(id)?.reactions['👍']).toBeUndefined();
    expect(captures(2).toSorted()).toEqual(ids.map((id) => `subNote ${id}`).toSorted());
  });

  test('nor does a server that is killed', async () => {
    const noteId = live.server.postNote('akari');
    await look([noteId]);
    await until(() => captures().includes(`subNote ${noteId}`));
    live.server.react('jiho', noteId, '👍');
    await live.server.kill();
    live.server.unreact('jiho', noteId);
    live.server.react('mei', noteId, ':suzu:');
    await live.server.start();
    await live.engine.waitForState(account, 'online');
    live.server.react('lukas', noteId, ':suzu:');
    await live.engine.waitFor(() => held(noteId)?.reactions[':suzu@.:'] === 2);
    expect(held(noteId)?.reactions).toEqual({ ':suzu@.:': 2 });
  });
});

describe('three hundred notes in view', () => {
  test('are captured, each once', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `note${n}`);
    live.engine.accounts.notes.watch([{ accountId: account, noteIds: ids }]);
    await until(() => captures().length >= ids.length);
    expect(captures().toSorted()).toEqual(ids.map((id) => `subNote ${id}`).toSorted());
  });
});

describe('two accounts', () => {
  test('tell their own reactions apart, each on its own captures', async () => {
    const token = live.server.issueToken('akari');
    const failed = await live.engine.signIn.withToken(live.named.origin, token);
    expect(failed).toBeNull();
    const other = await live.engine.waitFor(
      () => live.engine.accounts.all().find(({ stored }) => stored.username === 'akari')?.stored.id,
    );
    await live.engine.waitForState(other, 'online');
    const noteId = live.server.postNote('akari', { text: 'seen by both' });
    live.engine.accounts.timelines.watch([
      { accountId: account, key: 'home' },
      { accountId: other, key: 'home' },
    ]);
    await live.engine.waitFor(() => held(noteId) !== null && held(noteId, other) !== null);
    live.engine.accounts.notes.watch([
      { accountId: account, noteIds: [noteId] },
      { accountId: other, noteIds: [noteId] },
    ]);
    await until(() => captures().length === 2);
    live.server.react(live.server.account, noteId, '👍');
    live.server.react('akari', noteId, '🎉');
    await live.engine.waitFor(
      () =>
        Object.keys(held(noteId)?.reactions ?? {}).length === 2 &&
        Object.keys(held(noteId, other)?.reactions ?? {}).length === 2,
    );
    expect(held(noteId)?.myReaction).toBe('👍');
    expect(held(noteId, other)?.myReaction).toBe('🎉');
  });
});
