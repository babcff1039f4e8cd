import { isoTime } from '../pack/time.ts';
import { packUserLite } from '../pack/user.ts';
import type { Packed } from './events.ts';
import type { DemoChatMessage, DemoUser } from './model.ts';
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
  const message: DemoChatMessage = {
    id: world.newId(),
    createdAt: world.clock.now(),
    fromUserId: from.id,
    toUserId: to.id,
    text,
    isRead: false,
  };
  world.chatMessages.push(message);
  const body = packChatMessage(world, message);
  world.events.publish({ kind: 'chat', userIds: [from.id, to.id], type: 'message', body });
  world.later(() => {
    if (!message.isRead)
      world.events.publish({ kind: 'main', userId: to.id, type: 'newChatMessage', body });
  }, announceAfterMs);
  return message;
}

export function packChatMessage(world: World, message: DemoChatMessage): Packed {
  return {
    id: message.id,
    createdAt: isoTime(message.createdAt),
    text: message.text,
    fromUserId: message.fromUserId,
    fromUser: packUserLite(world, requireUserById(world, message.fromUserId)),
    toUserId: message.toUserId,
    toUser: packUserLite(world, requireUserById(world, message.toUserId)),
    fileId: null,
    file: null,
    isRead: message.isRead,
    reactions: [],
  };
}
