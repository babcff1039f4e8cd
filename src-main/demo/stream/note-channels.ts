import * as v from 'valibot';
import type { DemoNote } from '../world/model.ts';
import { isInTimeline, isPalatable, passesOptions, type TimelineKind } from '../world/timelines.ts';
import type { ChannelContext, ChannelHandler, ChannelKind } from './channel.ts';

const filters = {
  withRenotes: v.fallback(v.optional(v.boolean(), true), true),
  withFiles: v.fallback(v.optional(v.boolean(), false), false),
  withReplies: v.fallback(v.optional(v.boolean(), false), false),
};

const timelineParams = v.object(filters);

export function timeline(kind: TimelineKind, needsUser: boolean): ChannelKind {
  return {
    ...(needsUser ? { needsUser, permission: 'read:account' } : {}),
    open(context, params) {
      if (kind === 'bubble' && !context.world.policies.btlAvailable) return null;
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

export const userList: ChannelKind = {
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

export const hashtag: ChannelKind = {
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

export const antenna: ChannelKind = {
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

export const channel: ChannelKind = {
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

export const roleTimeline: ChannelKind = {
  open(context, params) {
    const wanted = v.safeParse(v.object({ roleId: v.string() }), params);
    if (!wanted.success) return null;
    const { roleId } = wanted.output;
    const isExplorable = context.world.roles.get(roleId)?.isExplorable ?? false;
    return notes(
      context,
      (note) =>
        isExplorable &&
        note.visibility === 'public' &&
        (context.world.users.get(note.userId)?.roles.some((role) => role.id === roleId) ?? false) &&
        isPalatable(context.world, note, context.relations()),
    );
  },
};
