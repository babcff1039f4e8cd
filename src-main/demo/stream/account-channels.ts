import * as v from 'valibot';
import { readChat } from '../world/chat.ts';
import type { Packed } from '../world/events.ts';
import type { Relations } from '../world/timelines.ts';
import type { ChannelKind } from './channel.ts';

export const main: ChannelKind = {
  needsUser: true,
  permission: 'read:account',
  single: true,
  leaks: true,
  open: ({ world, user, relations, emit }) => ({
    onEvent(event) {
      if (event.kind !== 'main' || event.userId !== user?.id) return;
      if (event.type === 'notification' && isFromMuted(event.body, relations())) return;
      for (const [type, body] of world.dialect.mainFrames(event.type, event.body)) emit(type, body);
    },
  }),
};

/** `notification` is filtered once more when it is sent; `reply`, `renote` and `followed` never are. */
function isFromMuted(body: unknown, { muting }: Relations): boolean {
  const result = v.safeParse(v.object({ userId: v.string() }), body);
  return result.success && muting.has(result.output.userId);
}

export const drive: ChannelKind = {
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

export const chatUser: ChannelKind = {
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
        readChat(world, user.id, otherId);
      },
    };
  },
};

/** The demo has no chat rooms; the channel opens and nothing happens in it. */
export const chatRoom: ChannelKind = {
  needsUser: true,
  permission: 'read:chat',
  open: (_context, params) => (v.is(v.object({ roomId: v.string() }), params) ? {} : null),
};

/** Nobody reports anybody in the demo; the channel opens for those who may. */
export const admin: ChannelKind = {
  needsUser: true,
  permission: 'read:admin:stream',
  single: true,
  leaks: true,
  open: () => ({}),
};

/** The demo plays no games; the channel opens and nothing happens in it. */
export const reversi: ChannelKind = {
  needsUser: true,
  permission: 'read:account',
  single: true,
  open: () => ({}),
};

export const serverStats: ChannelKind = {
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
