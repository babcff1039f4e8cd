import { isoTime } from '../pack/time.ts';
import { packUserLite } from '../pack/user.ts';
import type { Packed } from './events.ts';
import type { DemoChatMessage, DemoChatRoom, DemoUser } from './model.ts';
import { requireUserById, type World } from './world.ts';

/** The real server waits this long for the message to be read before it says `newChatMessage`. */
const announceAfterMs = 3000;

/** Sends a chat message. It raises no notification, only `newChatMessage` later if it is unread then. */
export function sendChatMessage(
  world: World,
  from: DemoUser,
  to: DemoUser,
  text: string,
): DemoChatMessage {
  const message = store(world, from, { toUserId: to.id, toRoom: null }, text);
  const body = packLine(message);
  world.events.publish({ kind: 'chat', userIds: [from.id, to.id], type: 'message', body });
  announceLater(world, message, to.id);
  return message;
}

/** Sends a message to a room, whose other members hear of it in the same way. */
export function sendRoomMessage(
  world: World,
  from: DemoUser,
  room: DemoChatRoom,
  text: string,
): DemoChatMessage {
  const message = store(world, from, { toUserId: null, toRoom: room }, text);
  for (const id of room.memberIds) if (id !== from.id) announceLater(world, message, id);
  return message;
}

/** Whether a message went to this user, alone or as a member of a room. */
export function isTo({ toUserId, toRoom, fromUserId }: DemoChatMessage, userId: string): boolean {
  if (toRoom !== null) return fromUserId !== userId && toRoom.memberIds.has(userId);
  return toUserId === userId;
}

/** The user reads everything that somebody wrote, or that is in a room. */
export function readChat(world: World, userId: string, otherId: string): void {
  for (const message of world.chatMessages) {
    const isOfOther =
      message.toRoom === null ? message.fromUserId === otherId : message.toRoom.id === otherId;
    if (isOfOther && isTo(message, userId)) message.readBy.add(userId);
  }
}

export function hasUnreadChat(world: World, userId: string): boolean {
  return world.chatMessages.some((message) => isTo(message, userId) && !message.readBy.has(userId));
}

/** As everybody gets it. */
function packChatMessage(world: World, message: DemoChatMessage): Packed {
  const { id, createdAt, text, fromUserId, toUserId, toRoom } = message;
  const packed = (one: string) => packUserLite(world, requireUserById(world, one));
  return {
    id,
    createdAt: isoTime(createdAt),
    text,
    fromUserId,
    fromUser: packed(fromUserId),
    toUserId,
    ...(toUserId === null ? {} : { toUser: packed(toUserId) }),
    toRoomId: toRoom?.id ?? null,
    ...(toRoom === null ? {} : { toRoom: packRoom(world, toRoom) }),
    fileId: null,
    file: null,
    reactions: [],
  };
}

/** As the list of conversations has it: only there the server says whether it was read. */
export function packConversation(world: World, message: DemoChatMessage, userId: string): Packed {
  return { ...packChatMessage(world, message), isRead: message.readBy.has(userId) };
}

/** As the channel of the conversation has it: who writes is known there. */
export function packLine({ id, createdAt, text, fromUserId, toUserId }: DemoChatMessage): Packed {
  const file = { fileId: null, file: null };
  return { id, createdAt: isoTime(createdAt), text, fromUserId, toUserId, ...file, reactions: [] };
}

function packRoom(world: World, { id, createdAt, ownerId, name }: DemoChatRoom): Packed {
  const owner = packUserLite(world, requireUserById(world, ownerId));
  return { id, createdAt: isoTime(createdAt), ownerId, owner, name, description: '' };
}

function store(
  world: World,
  from: DemoUser,
  to: Pick<DemoChatMessage, 'toUserId' | 'toRoom'>,
  text: string,
): DemoChatMessage {
  const message: DemoChatMessage = {
    id: world.newId(),
    createdAt: world.clock.now(),
    fromUserId: from.id,
    ...to,
    text,
    readBy: new Set([from.id]),
  };
  world.chatMessages.push(message);
  return message;
}

function announceLater(world: World, message: DemoChatMessage, userId: string): void {
  world.later(() => {
    if (message.readBy.has(userId)) return;
    const body = packChatMessage(world, message);
    world.events.publish({ kind: 'main', userId, type: 'newChatMessage', body });
  }, announceAfterMs);
}
