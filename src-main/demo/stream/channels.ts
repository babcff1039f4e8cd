import * as v from 'valibot';
import type { Packed, WorldEvent } from '../world/events.ts';
import type { DemoNote, DemoToken, DemoUser } from '../world/model.ts';
import {
  isInTimeline,
  isPalatable,
  passesOptions,
  type Relations,
  type TimelineKind,
} from '../world/timelines.ts';
import type { World } from '../world/world.ts';

/** What a channel knows of the connection it is on. */
export interface ChannelContext {
  readonly world: World;
  /** Null = a connection without an account. */
  readonly user: DemoUser | null;
  /** As they were at most ten seconds ago. */
  relations(): Relations;
  /** Sends a message of the channel. */
  emit(type: string, body: unknown): void;
}

/** An open channel. */
export interface ChannelHandler {
  /** Something happened on the server. */
  onEvent?(event: WorldEvent): void;
  /** The client sent the channel a message. */
  onMessage?(type: string, body: unknown): void;
  dispose?(): void;
}

/** A kind of channel. */
export interface ChannelKind {
  readonly needsUser?: boolean;
  /** The permission that an app's token must hold, beyond `read:account`. */
  readonly permission?: string;
  /** At most one for each connection. */
  readonly single?: boolean;
  /** Goes on sending after it was disconnected, until the socket closes: the real server forgets to stop it. */
  readonly leaks?: boolean;
  /** Null = refused. */
  open(context: ChannelContext, params: unknown): ChannelHandler | null;
}

/** Whether somebody may open a channel of that kind. */
export function mayOpen(kind: ChannelKind, user: DemoUser | null, app: DemoToken | null): boolean {
  if (kind.needsUser && user === null) return false;
  const { permission } = kind;
  if (app === null || permission === undefined) return true;
  return app.permissions?.includes(permission) ?? false;
}

const filters = {
  withRenotes: v.fallback(v.optional(v.boolean(), true), true),
  withFiles: v.fallback(v.optional(v.boolean(), false), false),
  withReplies: v.fallback(v.optional(v.boolean(), false), false),
};

const timelineParams = v.object(filters);

function timeline(kind: TimelineKind, needsUser: boolean): ChannelKind {
  return {
    ...(needsUser ? { needsUser, permission: 'read:account' } : {}),
    open(context, params) {
      const options = v.parse(timelineParams, params);
      return notes(context, (note) => {
        // Where a role policy forbids the timeline, the channel is confirmed and then stays mute.
        const { ltlAvailable, gtlAvailable } = context.world.policies;
        if ((kind === 'local' || kind === 'hybrid') && !ltlAvailable) return false;
        if (kind === 'global' && !gtlAvailable) return false;
        return isInTimeline(context.world, kind, note, context.relations(), options);
      });
    },
  };
}

/** A channel that passes on the new notes for which `belongs` is true. */
function notes(context: ChannelContext, belongs: (note: DemoNote) => boolean): ChannelHandler {
  return {
    onEvent(event) {
      if (event.kind === 'note' && belongs(event.note)) context.emit('note', event.packed);
    },
  };
}

const main: ChannelKind = {
  needsUser: true,
  permission: 'read:account',
  single: true,
  leaks: true,
  open: ({ user, relations, emit }) => ({
    onEvent(event) {
      if (event.kind !== 'main' || event.userId !== user?.id) return;
      if (event.type === 'notification' && isFromMuted(event.body, relations())) return;
      emit(event.type, event.body);
    },
  }),
};

/** `notification` is filtered once more when it is sent; `reply`, `renote` and `followed` never are. */
function isFromMuted(body: unknown, { muting }: Relations): boolean {
  const result = v.safeParse(v.object({ userId: v.string() }), body);
  return result.success && muting.has(result.output.userId);
}

const drive: ChannelKind = {
  needsUser: true,
  permission: 'read:account',
  single: true,
  leaks: true,
  open: ({ user, emit }) => ({
    onEvent(event) {
      if (event.kind === 'drive' && event.userId === user?.id) emit(event.type, event.body);
    },
  }),
};

const userList: ChannelKind = {
  needsUser: false,
  open(context, params) {
    const { world, user } = context;
    const wanted = v.safeParse(v.object({ ...filters, listId: v.string() }), params);
    if (!wanted.success) return null;
    const list = world.lists.get(wanted.output.listId);
    if (list === undefined || list.ownerId !== user?.id) return null;
    const handler = notes(
      context,
      (note) =>
        list.userIds.has(note.userId) &&
        passesOptions(note, wanted.output) &&
        isPalatable(world, note, context.relations()),
    );
    return {
      onEvent(event) {
        handler.onEvent?.(event);
        if (event.kind === 'list' && event.listId === list.id) context.emit(event.type, event.body);
      },
    };
  },
};

const hashtag: ChannelKind = {
  open(context, params) {
    const wanted = v.safeParse(v.object({ q: v.array(v.array(v.string())) }), params);
    if (!wanted.success) return null;
    const alternatives = wanted.output.q.map((tags) => tags.map((tag) => tag.toLowerCase()));
    return notes(
      context,
      (note) =>
        alternatives.some((tags) => tags.every((tag) => note.tags.includes(tag))) &&
        isPalatable(context.world, note, context.relations()),
    );
  },
};

const antenna: ChannelKind = {
  needsUser: true,
  permission: 'read:account',
  open(context, params) {
    const wanted = v.safeParse(v.object({ antennaId: v.string() }), params);
    if (!wanted.success) return null;
    const found = context.world.antennas.get(wanted.output.antennaId);
    if (found === undefined || found.ownerId !== context.user?.id) return null;
    return notes(
      context,
      (note) =>
        found.keywords.some((keyword) => note.text?.includes(keyword)) &&
        isPalatable(context.world, note, context.relations()),
    );
  },
};

const channel: ChannelKind = {
  open(context, params) {
    const wanted = v.safeParse(v.object({ channelId: v.string() }), params);
    if (!wanted.success) return null;
    const { channelId } = wanted.output;
    return notes(
      context,
      (note) =>
        note.channelId === channelId && isPalatable(context.world, note, context.relations()),
    );
  },
};

const roleTimeline: ChannelKind = {
  open(context, params) {
    const wanted = v.safeParse(v.object({ roleId: v.string() }), params);
    if (!wanted.success) return null;
    const { roleId } = wanted.output;
    return notes(
      context,
      (note) =>
        note.visibility === 'public' &&
        (context.world.users.get(note.userId)?.roles.some((role) => role.id === roleId) ?? false) &&
        isPalatable(context.world, note, context.relations()),
    );
  },
};

const chatUser: ChannelKind = {
  needsUser: true,
  permission: 'read:chat',
  open({ world, user, emit }, params) {
    const wanted = v.safeParse(v.object({ otherId: v.string() }), params);
    if (!wanted.success || user === null) return null;
    const { otherId } = wanted.output;
    return {
      onEvent(event) {
        if (event.kind !== 'chat') return;
        if (event.userIds.includes(user.id) && event.userIds.includes(otherId))
          emit(event.type, event.body);
      },
      onMessage(type) {
        if (type !== 'read') return;
        for (const message of world.chatMessages)
          if (message.fromUserId === otherId && message.toUserId === user.id) message.isRead = true;
      },
    };
  },
};

/** The demo has no chat rooms; the channel opens and nothing happens in it. */
const chatRoom: ChannelKind = {
  needsUser: true,
  permission: 'read:chat',
  open: (_context, params) => (v.is(v.object({ roomId: v.string() }), params) ? {} : null),
};

const serverStats: ChannelKind = {
  single: true,
  open: ({ emit }) => ({
    onMessage(type, body) {
      const asked = v.safeParse(v.object({ length: v.pipe(v.number(), v.maxValue(100)) }), body);
      if (type === 'requestLog')
        emit(
          'statsLog',
          Array.from({ length: asked.success ? asked.output.length : 1 }, () => stats),
        );
    },
  }),
};

const stats: Packed = {
  cpu: 0.04,
  mem: { used: 412_000_000, active: 612_000_000 },
  net: { rx: 0, tx: 0 },
  fs: { r: 0, w: 0 },
};

/** The channels by their names. */
export const channelKinds: ReadonlyMap<string, ChannelKind> = new Map(
  Object.entries({
    main,
    homeTimeline: timeline('home', true),
    localTimeline: timeline('local', false),
    hybridTimeline: timeline('hybrid', true),
    globalTimeline: timeline('global', false),
    userList,
    hashtag,
    antenna,
    channel,
    roleTimeline,
    drive,
    chatUser,
    chatRoom,
    serverStats,
    queueStats: serverStats,
  }),
);
