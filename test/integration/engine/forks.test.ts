import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { DialectName } from '../../../src-main/demo/dialects/index.ts';
import { notify } from '../../../src-main/demo/world/inbox.ts';
import { requireUser } from '../../../src-main/demo/world/world.ts';
import { pollTimes } from '../../../src-main/engine/misskey/link/polling.ts';
import { fetchCatalogue } from '../../../src-main/engine/misskey/timelines/timeline-catalogue.ts';
import { type LiveBench, liveBench, notificationOf } from '../../support/live-bench.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

let live: LiveBench;

afterEach(() => live.end());

const account = (id: string) => live.engine.accounts.get(id);

/** Looks at a timeline; resolves once it is there. */
async function look(id: string, key: string) {
  live.engine.accounts.timelines.watch([{ accountId: id, key }]);
  const feed = await live.engine.waitFor(() => account(id)?.source?.timelines.get(key));
  await live.engine.waitFor(() => feed.status.state === 'ready');
  return feed;
}

/** Raises a notification of any type, as a fork would; returns its id. */
function raise(type: string, extra: Readonly<Record<string, unknown>> = {}): string {
  const { world, account: username } = live.server;
  const notification = notify(world, requireUser(world, username).id, { type, extra });
  return notificationOf({ notificationId: notification?.id ?? null });
}

/** Waits until the server was asked for these notes. */
function captured(noteIds: readonly string[]): Promise<void> {
  const isSo = () =>
    noteIds.every((id) => live.server.frames.some(({ text }) => text === subNote(id)));
  return new Promise((resolve) => {
    const check = () => (isSo() ? resolve() : setImmediate(check));
    check();
  });
}

const subNote = (id: string) => JSON.stringify({ type: 'subNote', body: { id } });

const catalogue = (id: string) => {
  const source = account(id)?.source;
  if (source === undefined || source === null) throw new Error('not running');
  return fetchCatalogue(source.api, account(id)?.me ?? null);
};

async function on(dialect: DialectName, clock?: ManualClock): Promise<void> {
  live = await liveBench(clock);
  live.server.behaveAs(dialect);
}

describe.each(['sharkey', 'cherrypick', 'misskeyio'] as const)('on %s', (dialect) => {
  beforeEach(() => on(dialect));

  test('an account is online, rings once, and its timelines are live', async () => {
    const id = await live.online();
    const feed = await look(id, 'home');
    const { noteId } = live.server.mention('akari', '@minato are you there?');
    await live.engine.waitFor(() => feed.timeline.notes[0]?.id === noteId);
    await live.mark('the end');
    expect(live.titles()).toEqual(['あかり :neko_happy: mentioned you', 'the end']);
    expect(feed.notLive).toBeNull();
    expect(live.server.upgrades.map(({ status }) => status)).toEqual([101]);
  });

  test('a type of notification that nobody knows rings as something, once', async () => {
    const id = await live.online();
    const types = ['noteScheduled', 'scheduledNoteError', 'sensitiveFlagAssigned', 'somethingNew'];
    const raised = types.map((type) => raise(type));
    raised.push(raise('groupInvited', { invitation: { id: 'i', group: { name: 'Bakers' } } }));
    await live.mark('the end');
    const told = live.engine.toasts.slice(0, -1);
    expect(told.map((toast) => toast.id)).toEqual(raised.map((one) => `${id}/${one}`));
    for (const { title } of told) expect(title).not.toBe('');
    expect(told.at(-1)?.title).toBe('Someone invites you to a group');
    expect(told.at(-1)?.body).toBe('Bakers');
  });
});

describe('Sharkey', () => {
  beforeEach(() => on('sharkey'));

  test('never has to say that accounts connect too quickly: not when they are added, not after a kill', async () => {
    const ids: string[] = [];
    for (const username of ['minato', 'akari', 'mei']) {
      const failed = await live.engine.signIn.withToken(
        live.named.origin,
        live.server.issueToken(username),
      );
      expect(failed).toBeNull();
      const { stored } = await live.engine.waitFor(() =>
        live.engine.accounts.all().find((one) => one.stored.username === username),
      );
      ids.push(stored.id);
    }
    const allOnline = () =>
      Promise.all(ids.map((id) => live.engine.waitForState(id, 'online'))).then(() => {});
    await allOnline();
    await live.server.kill();
    for (const id of ids) await live.engine.waitForState(id, 'waiting');
    await live.server.start();
    live.engine.accounts.nudge();
    await allOnline();
    expect(live.server.upgrades.map(({ status }) => status)).toEqual(Array(6).fill(101));
  });

  test('an upgrade that came too quickly waits as long as it is told, and then succeeds', async () => {
    // Somebody else behind the same address has just connected.
    const other = new WebSocket(`${live.named.origin.replace('http', 'ws')}/streaming`);
    await once(other, 'open');
    const id = await live.online();
    expect(live.server.upgrades.map(({ status }) => status)).toEqual([101, 429, 101]);
    expect(account(id)?.state).toEqual({ name: 'online' });
    other.close();
  });

  test('is never sent more than the hundred messages a second of which it drops the rest', async () => {
    const id = await live.online();
    await look(id, 'home');
    const noteId = live.server.postNote('akari', { text: 'the last of many' });
    await live.engine.waitFor(() => account(id)?.source?.notes.find(noteId));
    const noteIds = [...Array.from({ length: 299 }, (_, n) => `note${n}`), noteId];
    live.engine.accounts.notes.watch([{ accountId: id, noteIds }]);
    await captured(noteIds);
    live.server.react('mei', noteId, '👍');
    await live.engine.waitFor(() => account(id)?.source?.notes.find(noteId)?.reactions['👍'] === 1);
    const times = live.server.frames.map(({ at }) => at);
    const most = times.map((at) => times.filter((other) => other > at - 1_000 && other <= at));
    expect(Math.max(...most.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('tells a captured note’s answers, and they are counted', async () => {
    const id = await live.online();
    await look(id, 'home');
    const noteId = live.server.postNote('akari', { text: 'mine' });
    await live.engine.waitFor(() => account(id)?.source?.notes.find(noteId));
    live.engine.accounts.notes.watch([{ accountId: id, noteIds: [noteId] }]);
    await captured([noteId]);
    live.server.postNote('mei', { text: 'yours', replyId: noteId });
    live.server.react('mei', noteId, '👍');
    await live.engine.waitFor(() => account(id)?.source?.notes.find(noteId)?.reactions['👍'] === 1);
    expect(account(id)?.source?.notes.find(noteId)?.repliesCount).toBe(1);
    expect(live.engine.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('has a bubble timeline where its policies say so, and none where they do not', async () => {
    const id = await live.online();
    expect((await catalogue(id)).plain).not.toContain('bubble');
    live.server.setPolicies({ btlAvailable: true });
    live.server.dropConnections();
    await live.engine.waitFor(() => account(id)?.policies?.btlAvailable);
    expect((await catalogue(id)).plain).toContain('bubble');
    const key = live.engine.accounts.timelines.pin(id, {
      kind: 'bubble',
      switches: { withRenotes: true, withReplies: false, withFiles: false },
    });
    const feed = await look(id, key ?? '');
    const noteId = live.server.postNote('akari', { text: 'in the bubble' });
    await live.engine.waitFor(() => feed.timeline.notes[0]?.id === noteId);
  });
});

describe('CherryPick and yojo-art', () => {
  beforeEach(() => on('cherrypick'));

  test('a notification that is taken back goes, here and from the desktop', async () => {
    const id = await live.online();
    const noteId = live.server.postNote(live.server.account, { text: 'mine' });
    const { notificationId } = live.server.react('mei', noteId, '👍');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    live.server.deleteNotification(notificationId ?? '');
    await live.engine.waitFor(() => live.engine.closed.length === 1);
    expect(live.engine.history.unread(id)).toBe(0);
  });

  test('what was read elsewhere is told in three ways, and read once', async () => {
    const id = await live.online();
    live.server.dm('akari', 'for you');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    live.server.readAll();
    await live.engine.waitFor(() => live.engine.history.unread(id) === 0);
    expect(live.engine.closed).toHaveLength(1);
  });
});

describe('a server of the v12 era', () => {
  /** The engine's. */
  let clock: ManualClock;

  beforeEach(async () => {
    clock = manualClock(Date.now());
    await on('v12', clock);
  });

  /** Moves on step by step until something is so; answers take the time that they take. */
  async function until(isSo: () => boolean): Promise<void> {
    for (; !isSo(); ) {
      if (live.engine.onTheWay === 0) clock.advance(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Signs in; resolves once the account is asked now and then, and caught up. */
  async function online(): Promise<string> {
    const token = live.server.issueToken(live.server.account);
    const id = await live.engine.accounts.addByToken(live.named, token);
    await until(() => {
      const state = account(id)?.state;
      return state?.name === 'online' && live.engine.history.hasBaseline(id);
    });
    await until(() => live.engine.onTheWay === 0);
    return id;
  }

  test('never sees the token in an address; the account is asked now and then, and rings once', async () => {
    const id = await online();
    expect(account(id)?.state).toEqual({ name: 'online', reason: 'polling' });
    expect(account(id)?.stored).toMatchObject({ presence: 'stream', username: 'minato' });
    for (const { url } of live.server.upgrades) expect(url).toBe('/streaming');
    live.server.mention('akari', '@minato are you there?');
    clock.advance(pollTimes.every);
    await until(() => live.titles().length === 1);
    clock.advance(pollTimes.every);
    await until(() => live.engine.onTheWay === 0);
    expect(live.titles()).toEqual(['あかり :neko_happy: mentioned you']);
  });

  test('timelines work; what it lacks is absent, and no error', async () => {
    const id = await online();
    live.engine.accounts.timelines.watch([{ accountId: id, key: 'social' }]);
    const feed = await live.engine.waitFor(() => account(id)?.source?.timelines.get('social'));
    await until(() => feed.status.state === 'ready');
    expect(feed.timeline.notes.length).toBeGreaterThan(0);
    const { plain, parts } = await catalogue(id);
    expect(plain).toEqual(['home', 'local', 'social', 'global']);
    for (const part of Object.values(parts)) expect(part.error).toBeNull();
    expect(parts.role.items).toEqual([]);
    expect(parts.channel.items.length).toBeGreaterThan(0);
    expect((await account(id)?.source?.emojis.list())?.map(({ name }) => name)).toContain('suzu');
  });

  test('a guest has its public timelines live, with captures', async () => {
    const id = live.engine.accounts.watchServer(live.named);
    await live.engine.waitForState(id, 'online');
    const feed = await look(id, 'local');
    expect(feed.notLive).toBeNull();
    const noteId = live.server.postNote('akari', { text: 'for all' });
    await live.engine.waitFor(() => feed.timeline.notes[0]?.id === noteId);
    live.engine.accounts.notes.watch([{ accountId: id, noteIds: [noteId] }]);
    const isCaptured = captured([noteId]);
    clock.advance(1_000);
    await isCaptured;
    live.server.react('mei', noteId, ':suzu:');
    await live.engine.waitFor(() => feed.timeline.notes[0]?.reactions[':suzu@.:'] === 1);
  });

  test('a token that was revoked is told, and so is a suspension', async () => {
    const id = await online();
    live.server.suspend(live.server.account);
    clock.advance(pollTimes.every);
    expect(await live.engine.waitForState(id, 'refused')).toMatchObject({ reason: 'suspended' });
    live.server.suspend(live.server.account, false);
    for (const token of live.server.world.tokens.keys()) live.server.revokeToken(token);
    live.engine.accounts.get(id)?.source?.start();
    await live.engine.waitFor(() => {
      const state = account(id)?.state;
      return state?.name === 'refused' && state.reason === 'token-invalid';
    });
  });
});
