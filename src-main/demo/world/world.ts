import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import { type Dialect, misskey } from '../dialects/dialect.ts';
import { createEventBus, type EventBus } from './events.ts';
import { createIdGenerator } from './ids.ts';
import type {
  DemoAnnouncement,
  DemoAntenna,
  DemoChannel,
  DemoChatMessage,
  DemoChatRoom,
  DemoEmoji,
  DemoFile,
  DemoFollowing,
  DemoList,
  DemoNote,
  DemoRole,
  DemoToken,
  DemoUser,
  Inbox,
} from './model.ts';

/** What the server's role policies allow everybody. */
export interface Policies {
  ltlAvailable: boolean;
  gtlAvailable: boolean;
  /** Sharkey's bubble timeline; Misskey, which the demo is otherwise, knows nothing of it. */
  btlAvailable: boolean;
}

/** What the server takes of a note. */
export interface NoteLimits {
  /** Characters. */
  textLength: number;
  /** People whom one note may name. */
  mentions: number;
  /** A note with one of these is refused. */
  prohibitedWords: readonly string[];
}

/** The whole state of the demo server. It outlives stops and starts; only a new server begins anew. */
export interface World {
  readonly clock: Clock;
  readonly events: EventBus;
  /** `http://127.0.0.1:PORT`; the port is 0 until the first start. */
  origin: string;
  /** Whose ways the server has. */
  dialect: Dialect;
  readonly policies: Policies;
  readonly noteLimits: NoteLimits;
  readonly users: Map<string, DemoUser>;
  readonly notes: Map<string, DemoNote>;
  readonly files: Map<string, DemoFile>;
  readonly emojis: Map<string, DemoEmoji>;
  readonly tokens: Map<string, DemoToken>;
  /** By user id. */
  readonly inboxes: Map<string, Inbox>;
  /** Follower's id → followee's id → how. */
  readonly followings: Map<string, Map<string, DemoFollowing>>;
  /** Followee's id → the ids of those who ask to follow. */
  readonly followRequests: Map<string, Set<string>>;
  /** Muter's id → the ids of the muted. */
  readonly mutes: Map<string, Set<string>>;
  /** Blocker's id → the ids of the blocked. */
  readonly blocks: Map<string, Set<string>>;
  readonly announcements: DemoAnnouncement[];
  readonly lists: Map<string, DemoList>;
  readonly antennas: Map<string, DemoAntenna>;
  readonly channels: Map<string, DemoChannel>;
  readonly roles: Map<string, DemoRole>;
  readonly chatRooms: Map<string, DemoChatRoom>;
  readonly chatMessages: DemoChatMessage[];
  /** A new id for a thing made at `at` (now when left out). */
  newId(at?: number): string;
  /** A timer that ends with the server (`cancelTimers`). */
  later(callback: () => void, ms: number): Timer;
  cancelTimers(): void;
}

export function createWorld(clock: Clock): World {
  const ids = createIdGenerator();
  const timers = new Set<Timer>();
  return {
    clock,
    events: createEventBus(),
    origin: 'http://127.0.0.1:0',
    dialect: misskey,
    policies: { ltlAvailable: true, gtlAvailable: true, btlAvailable: false },
    noteLimits: { textLength: 3000, mentions: 20, prohibitedWords: [] },
    users: new Map(),
    notes: new Map(),
    files: new Map(),
    emojis: new Map(),
    tokens: new Map(),
    inboxes: new Map(),
    followings: new Map(),
    followRequests: new Map(),
    mutes: new Map(),
    blocks: new Map(),
    announcements: [],
    lists: new Map(),
    antennas: new Map(),
    channels: new Map(),
    roles: new Map(),
    chatRooms: new Map(),
    chatMessages: [],
    newId: (at = clock.now()) => ids.next(at),
    later(callback, ms) {
      const timer = clock.setTimeout(() => {
        timers.delete(timer);
        callback();
      }, ms);
      timers.add(timer);
      return timer;
    },
    cancelTimers() {
      for (const timer of timers) timer.cancel();
      timers.clear();
    },
  };
}

/** Host with port, as this server's users are named. */
export function hostOf(world: World): string {
  return new URL(world.origin).host;
}

/** The value at `key`, made and kept when there is none. */
export function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The user of that name; `name@host` for one of another server. Throws when there is none. */
export function requireUser(world: World, handle: string): DemoUser {
  const user = findUser(world, handle);
  if (user === null) throw new Error(`The demo server has no user named "${handle}".`);
  return user;
}

/** The user of that name (any case), `name@host` for one of another server; null when there is none. */
export function findUser(world: World, handle: string): DemoUser | null {
  const [username = '', host = null] = handle.replace(/^@/, '').toLowerCase().split('@');
  const local = host === null || host === hostOf(world);
  for (const user of world.users.values()) {
    if (
      user.username.toLowerCase() === username &&
      (local ? user.host === null : user.host === host)
    )
      return user;
  }
  return null;
}

/** The user with that id. Throws when there is none. */
export function requireUserById(world: World, userId: string): DemoUser {
  const user = world.users.get(userId);
  if (user === undefined) throw new Error(`The demo server has no user with the id "${userId}".`);
  return user;
}

/** The note with that id. Throws when there is none. */
export function requireNote(world: World, noteId: string): DemoNote {
  const note = world.notes.get(noteId);
  if (note === undefined) throw new Error(`The demo server has no note with the id "${noteId}".`);
  return note;
}

export function isFollowing(world: World, followerId: string, followeeId: string): boolean {
  return world.followings.get(followerId)?.has(followeeId) ?? false;
}

export function isMuting(world: World, muterId: string, muteeId: string): boolean {
  return world.mutes.get(muterId)?.has(muteeId) ?? false;
}

export function isBlocking(world: World, blockerId: string, blockeeId: string): boolean {
  return world.blocks.get(blockerId)?.has(blockeeId) ?? false;
}
