import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pollTimes } from '../../../src-main/engine/misskey/link/polling.ts';
import { type LiveBench, liveBench, notificationOf } from '../../support/live-bench.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

/** The engine's; the server goes on by the computer's. */
let clock: ManualClock;
let live: LiveBench;
let id: string;

beforeEach(async () => {
  clock = manualClock(Date.now());
  live = await liveBench(clock);
  id = await live.online();
  live.engine.accounts.setPresence(id, 'polling');
  await idle();
});

afterEach(() => live.end());

const account = () => live.engine.accounts.get(id);
const asked = (wanted: string) =>
  live.engine.sent.filter(({ endpoint }) => endpoint === wanted).length;

/** Waits until a poll has ended, and everything that it led to. */
function idle(): Promise<void> {
  return until(() => {
    const state = account()?.state;
    const isPolling = state?.name === 'online' && 'reason' in state;
    return isPolling && live.engine.onTheWay === 0;
  });
}

/** Waits for something that nobody tells. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => (isSo() ? resolve() : setImmediate(check));
    check();
  });
}

/** The interval passes, and the poll at its end brings what there is. */
async function nextPoll(): Promise<void> {
  const before = asked('i');
  clock.advance(pollTimes.every - 1);
  expect(asked('i')).toBe(before);
  clock.advance(1);
  expect(asked('i')).toBe(before + 1);
  await idle();
}

describe('low presence', () => {
  test('opens no stream, after a new start neither, and is online all the same', async () => {
    expect(live.server.connectionCount).toBe(0);
    await live.restartApp(() => {});
    await idle();
    for (let n = 0; n < 3; n += 1) await nextPoll();
    expect(account()?.state).toEqual({ name: 'online', reason: 'polling' });
    expect(account()?.stored.username).toBe(live.server.account);
    // The one that it had before it went over.
    expect(live.server.upgrades).toHaveLength(1);
    expect(live.server.connectionCount).toBe(0);
  });

  test('everything that rings does with the next poll, once', async () => {
    live.server.mention('akari', '@minato are you there?');
    live.server.chatMessage('lukas', 'tea?');
    live.server.chatRoomMessage('jiho', 'The kitchen', 'the water boils');
    live.server.announcement('For all', 'hello all');
    expect(live.titles()).toEqual([]);
    await nextPoll();
    expect(live.titles().toSorted()).toEqual([
      'Announcement: For all',
      'Lukas Weber sent you a message',
      'あかり :neko_happy: mentioned you',
      '지호 wrote in “The kitchen”',
    ]);
    for (let n = 0; n < 3; n += 1) await nextPoll();
    expect(live.titles()).toHaveLength(4);
  });

  test('a nudge asks at once, and the interval begins anew', async () => {
    clock.advance(pollTimes.every / 2);
    live.server.app('hello', 'nudged');
    live.engine.accounts.nudge();
    await until(() => live.titles().includes('nudged'));
    await idle();
    await nextPoll();
    expect(live.titles()).toEqual(['nudged']);
  });

  test('what is read elsewhere is read here with the next poll', async () => {
    live.server.mention('akari', '@minato are you there?');
    await nextPoll();
    expect(live.engine.history.unread(id)).toBe(1);
    live.server.readAll();
    await nextPoll();
    expect(live.engine.history.unread(id)).toBe(0);
    expect(live.engine.closed).toEqual(live.engine.toasts.map((toast) => toast.id));
  });

  test('what is read here the server learns with the next poll', async () => {
    const notification = notificationOf(live.server.mention('akari', '@minato?'));
    await nextPoll();
    live.engine.bell.markRead(`${id}/${notification}`);
    expect(asked('notifications/mark-all-as-read')).toBe(0);
    await nextPoll();
    expect(asked('notifications/mark-all-as-read')).toBe(1);
    await nextPoll();
    expect(account()?.me?.unreadNotificationsCount).toBe(0);
  });

  test('timelines are loaded, and again with each poll; a note in view is looked at again', async () => {
    const first = live.server.postNote('akari', { text: 'first' });
    live.engine.accounts.timelines.watch([{ accountId: id, key: 'home' }]);
    const feed = await live.engine.waitFor(() => account()?.source?.timelines.get('home'));
    await live.engine.waitFor(() => feed.status.state === 'ready');
    live.engine.accounts.notes.watch([{ accountId: id, noteIds: [first] }]);
    await idle();
    expect(feed.notLive).toBe('polling');
    expect(feed.timeline.notes[0]?.id).toBe(first);
    const second = live.server.postNote('akari', { text: 'second' });
    live.server.react('mei', first, '👍');
    await nextPoll();
    await live.engine.waitFor(() => feed.timeline.notes[0]?.id === second);
    expect(feed.timeline.notes[1]?.reactions).toEqual({ '👍': 1 });
  });

  test('a server that is away is asked again, later each time, and what was missed rings', async () => {
    await live.server.kill();
    live.server.app('missed', 'missed');
    clock.advance(pollTimes.every);
    await live.engine.waitForState(id, 'waiting');
    await live.server.start();
    clock.advance(pollTimes.retryMin);
    await until(() => live.titles().includes('missed'));
    await idle();
    expect(live.server.upgrades).toHaveLength(1);
  });

  test('a token that was revoked is told', async () => {
    for (const token of live.server.world.tokens.keys()) live.server.revokeToken(token);
    clock.advance(pollTimes.every);
    expect(await live.engine.waitForState(id, 'refused')).toMatchObject({
      reason: 'token-invalid',
    });
  });
});

describe('going over', () => {
  test('to the stream: live at once, what was missed included, and nothing is asked any more', async () => {
    live.server.app('meanwhile', 'meanwhile');
    live.engine.accounts.setPresence(id, 'stream');
    clock.advance(2_000);
    await live.engine.waitFor(() => live.titles().includes('meanwhile'));
    expect(account()?.state).toEqual({ name: 'online' });
    expect(live.server.connectionCount).toBe(1);
    await live.mark('live');
    expect(live.titles()).toEqual(['meanwhile', 'live']);
    expect(account()?.stored.presence).toBe('stream');
  });

  test('and back: the stream is closed, and nothing rings twice', async () => {
    live.engine.accounts.setPresence(id, 'stream');
    clock.advance(2_000);
    await live.engine.waitFor(() => live.server.connectionCount === 1 || null);
    await live.engine.waitForState(id, 'online');
    await live.mark('live');
    live.engine.accounts.setPresence(id, 'polling');
    await idle();
    await until(() => live.server.connectionCount === 0);
    live.server.app('later', 'later');
    await nextPoll();
    expect(live.titles()).toEqual(['live', 'later']);
  });
});
