import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench, notificationOf } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

/** The account is online; what was there is known of everything that can ring. */
async function settled(): Promise<string> {
  const id = await live.online();
  await live.engine.waitFor(() => live.engine.history.hasBaseline(id, 'chat'));
  return id;
}

/** The connection drops, things happen, and it comes back. */
async function away(id: string, meanwhile: () => void): Promise<void> {
  await live.server.stop();
  await live.engine.waitFor(() => live.engine.accounts.get(id)?.state.name === 'waiting');
  meanwhile();
  await live.server.start();
  await live.engine.waitForState(id, 'online');
}

const unread = (id: string) =>
  live.engine.history
    .newest()
    .filter(({ read }) => !read)
    .map(({ notice }) => notice.id.slice(id.length + 1));

describe('chat', () => {
  test('a message rings some seconds later, alone and in a room, unless it was read by then', async () => {
    await settled();
    live.server.chatMessage('mei', 'read at once');
    live.server.readChat('mei');
    live.server.chatMessage('lukas', 'tea?');
    live.server.chatRoomMessage('jiho', 'The kitchen', 'the water boils');
    await live.engine.waitFor(() => live.titles().length === 2);
    expect(live.engine.toasts.map(({ title, body }) => `${title} | ${body}`)).toEqual([
      'Lukas Weber sent you a message | tea?',
      '지호 wrote in “The kitchen” | the water boils',
    ]);
    expect(live.engine.toasts.map(({ target }) => target)).toMatchObject([
      { kind: 'chat', with: 'user' },
      { kind: 'chat', with: 'room' },
    ]);
  });

  test('what came while the server was away rings after, once; what was read elsewhere goes', async () => {
    const id = await settled();
    await away(id, () => {
      live.server.chatMessage('lukas', 'tea?');
      live.server.chatRoomMessage('jiho', 'The kitchen', 'the water boils');
    });
    await live.engine.waitFor(() => live.titles().length === 2);
    await away(id, () => live.server.readChat('lukas'));
    await live.engine.waitFor(() => live.engine.closed.length === 1);
    expect(live.titles()).toEqual([
      'Lukas Weber sent you a message',
      '지호 wrote in “The kitchen”',
    ]);
    expect(unread(id)).toHaveLength(1);
  });
});

describe('announcements', () => {
  test('to everybody, to the account alone, and while away', async () => {
    const id = await settled();
    live.server.announcement('For all', 'hello all');
    live.server.announcement('For you', 'hello you', live.server.account);
    live.server.announcement('For another', 'hello another', 'mei');
    await live.mark('the end');
    await away(id, () => live.server.announcement('Back again', 'we are back'));
    await live.engine.waitFor(() => live.titles().length === 4);
    expect(live.titles()).toEqual([
      'Announcement: For all',
      'Announcement: For you',
      'the end',
      'Announcement: Back again',
    ]);
  });

  test('that are read elsewhere close', async () => {
    await settled();
    live.server.announcement('For all', 'hello all');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    live.server.readAnnouncements();
    await live.engine.waitFor(() => live.engine.closed.length === 1);
    expect(live.engine.closed).toEqual([live.engine.toasts[0]?.id]);
  });
});

describe('groups', () => {
  test('three people react, one of them twice: one toast, renewed', async () => {
    const id = await settled();
    const noteId = live.server.postNote(live.server.account, { text: 'mine' });
    const first = notificationOf(live.server.react('mei', noteId, '👍'));
    live.server.react('lukas', noteId, '🎉');
    live.server.updateReaction('mei', noteId, ':neko_happy:');
    live.server.react('jiho', noteId, '👍');
    await live.mark('the end');
    expect(live.engine.toasts.slice(0, 4).map(({ id: toast }) => toast)).toEqual(
      Array.from({ length: 4 }, () => `${id}/${first}`),
    );
    expect(live.engine.toasts[3]).toMatchObject({
      title: '지호, 梅 Mei and 1 other reacted to your note',
      body: '👍 :neko_happy: 🎉\nmine',
    });
    const lines = live.engine.trace.filter(({ at }) => at === 'toast');
    expect(lines.map((line) => ('id' in line ? line.id : ''))).toEqual(
      live.engine.toasts.map((toast) => toast.id),
    );
    const decisions = live.engine.trace.filter(({ at }) => at === 'decision');
    expect(decisions.map((line) => ('decision' in line ? line.decision : ''))).toEqual([
      'shown',
      'grouped',
      'grouped',
      'grouped',
      'shown',
    ]);
  });

  test('a notification that the server takes back is gone', async () => {
    const id = await settled();
    const reaction = notificationOf(live.server.app('first'));
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    live.server.deleteNotification(reaction);
    await live.engine.waitFor(() => live.engine.closed.length === 1);
    expect(live.engine.kept()).toEqual([]);
    expect(live.engine.closed).toEqual([`${id}/${reaction}`]);
  });
});

describe('the misleading ones', () => {
  test('a request that was accepted, and a follow that needed none', async () => {
    await settled();
    live.server.acceptRequest('amelie');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    expect(live.titles()).toEqual(['Amélie 🌸 accepted your follow request']);
  });

  test('whom the account let in is no news', async () => {
    const id = await settled();
    live.server.requestFollow('amelie');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    const userId = live.engine.history.newest()[0]?.notice.person?.userId;
    await live.engine.accounts
      .get(id)
      ?.source?.api.call('following/requests/accept', { userId }, v.unknown());
    await live.mark('the end');
    expect(live.titles()).toEqual(['Amélie 🌸 asks to follow you', 'the end']);
    expect(live.engine.history.newest().map(({ decision }) => decision.reason)).toContain(
      'own-act',
    );
  });
});

describe('reading', () => {
  const toldServer = () =>
    live.server.requests.filter(({ url }) => url === '/api/notifications/mark-all-as-read');

  test('here: the server is told once, and its own word of it takes nothing along', async () => {
    const id = await settled();
    live.server.app('first');
    live.server.app('second');
    await live.engine.waitFor(() => live.engine.toasts.length === 2);
    for (const { id: toast } of live.engine.toasts) live.engine.bell.markRead(toast);
    const echo = new Promise<void>((resolve) => {
      live.server.world.events.subscribe((event) => {
        if (event.kind === 'main' && event.type === 'readAllNotifications') resolve();
      });
    });
    await echo;
    await live.mark('after');
    expect(toldServer()).toHaveLength(1);
    expect(unread(id)).toHaveLength(1);
  });

  test('elsewhere, while the connection was lost', async () => {
    const id = await settled();
    live.server.app('first');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    await away(id, () => {
      live.server.readAll();
      live.server.app('second');
    });
    await live.engine.waitFor(() => live.engine.closed.length === 1);
    expect(live.engine.closed).toEqual([live.engine.toasts[0]?.id]);
    expect(unread(id)).toHaveLength(1);
    expect(toldServer()).toEqual([]);
  });
});
