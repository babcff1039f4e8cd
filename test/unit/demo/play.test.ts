import { expect, test } from 'vitest';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { createDemoServer, type DemoServer } from '../../../src-main/demo/server.ts';
import type { WorldEvent } from '../../../src-main/demo/world/events.ts';
import type { DemoUser } from '../../../src-main/demo/world/model.ts';
import { requireUser } from '../../../src-main/demo/world/world.ts';
import { demoPictures } from '../../support/demo.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

interface Happening {
  /** Milliseconds since the play began. */
  readonly at: number;
  readonly event: WorldEvent;
}

interface Watched {
  readonly server: DemoServer;
  readonly clock: ManualClock;
  readonly account: DemoUser;
  readonly seen: readonly Happening[];
}

/** A server that is not started: its life needs no sockets. */
function watched(seed: number): Watched {
  const clock = manualClock();
  const server = createDemoServer({ clock, random: seededRandom(seed), picturesDir: demoPictures });
  const seen: Happening[] = [];
  server.world.events.subscribe((event) => seen.push({ at: clock.monotonic(), event }));
  return { server, clock, account: requireUser(server.world, server.account), seen };
}

const typeOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, 'type') : undefined;

/** The notifications that the account got: type and when. */
function told({ seen, account }: Watched): { type: unknown; at: number }[] {
  return seen.flatMap(({ at, event }) => {
    if (event.kind !== 'main' || event.userId !== account.id) return [];
    return event.type === 'notification' ? [{ type: typeOf(event.body), at }] : [];
  });
}

const gaps = (times: readonly number[]) =>
  times.slice(1).map((at, index) => at - (times[index] ?? 0));

test('a note comes every 2 to 4 seconds, and not only from one person', () => {
  const { server, clock, seen } = watched(1);
  server.play();
  clock.advance(120_000);
  const posts = seen.filter(({ event }) => event.kind === 'note');
  expect(posts.length).toBeGreaterThanOrEqual(30);
  expect(Math.max(...gaps(posts.map(({ at }) => at)))).toBeLessThanOrEqual(4000);
  const authors = posts.map(({ event }) => (event.kind === 'note' ? event.note.userId : ''));
  expect(new Set(authors).size).toBeGreaterThanOrEqual(8);
});

test('a notification comes every 5 to 8 seconds, each of another kind, first a custom reaction', () => {
  const life = watched(2);
  life.server.play();
  life.clock.advance(120_000);
  const notifications = told(life);
  const kinds = [
    'reaction',
    'follow',
    'mention',
    'reply',
    'reaction',
    'renote',
    'quote',
    'receiveFollowRequest',
    'pollEnded',
    'achievementEarned',
    'app',
    'note',
    'followRequestAccepted',
    'mention',
    'chatRoomInvitationReceived',
  ];
  expect(notifications.slice(0, kinds.length).map(({ type }) => type)).toEqual(kinds);
  for (const gap of gaps(notifications.map(({ at }) => at))) {
    expect(gap).toBeGreaterThanOrEqual(5000);
    expect(gap).toBeLessThanOrEqual(8000);
  }
  const first = life.seen.find(
    ({ event }) => event.kind === 'main' && event.userId === life.account.id,
  );
  expect(first?.event).toMatchObject({ body: { reaction: expect.stringMatching(/^:\w+:$/) } });
});

test('reactions trickle onto the notes of others', () => {
  const { server, clock, seen } = watched(3);
  server.play();
  clock.advance(60_000);
  const reacted = seen.filter(
    ({ event }) => event.kind === 'noteUpdated' && event.type === 'reacted',
  );
  expect(reacted.length).toBeGreaterThanOrEqual(20);
});

test('the same chance gives the same life, another chance another', () => {
  const life = (seed: number) => {
    const { server, clock, seen } = watched(seed);
    server.play();
    clock.advance(60_000);
    return seen.map(({ at, event }) => `${at} ${event.kind}`);
  };
  expect(life(4)).toEqual(life(4));
  expect(life(4)).not.toEqual(life(5));
});

test('a pause stops it, and nothing is left running', () => {
  const { server, clock, seen } = watched(6);
  const before = clock.pending;
  server.play();
  server.play();
  clock.advance(10_000);
  server.pause();
  expect(server.playing).toBe(false);
  clock.advance(10_000);
  const count = seen.length;
  clock.advance(60_000);
  expect(seen).toHaveLength(count);
  expect(clock.pending).toBe(before);
});

test('hours of it keep memory bounded', () => {
  const { server, clock } = watched(7);
  server.play();
  clock.advance(2 * 60 * 60 * 1000);
  const { notes, files, inboxes } = server.world;
  expect(notes.size).toBeLessThanOrEqual(1010);
  expect(files.size).toBeLessThanOrEqual(300);
  for (const { items } of inboxes.values()) expect(items.length).toBeLessThanOrEqual(500);
});
