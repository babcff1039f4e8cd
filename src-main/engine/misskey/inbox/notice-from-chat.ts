import { asideId } from '../../notices/history-memory.ts';
import type { Notice, Target } from '../../notices/notice.ts';
import { plainText } from '../notes/plain-text.ts';
import type { ChatMessage } from './inbox-schemas.ts';
import { cut, longest, personOf, type Recipient } from './notice-from-notification.ts';

/** Turns a chat message to the account, or to a room that it is in, into a notice. */
export function noticeFromChat(account: Recipient, message: ChatMessage): Notice {
  const { fromUser, room, text } = message;
  const sourceId = asideId('chat', message.id);
  return {
    id: `${account.id}/${sourceId}`,
    accountId: account.id,
    sourceId,
    type: 'newChatMessage',
    createdAt: message.createdAt,
    person: fromUser && personOf(fromUser),
    others: 0,
    reaction: null,
    note: null,
    detail: cut(plainText(text ?? ''), longest.text),
    heading: cut(room?.name ?? null, longest.name),
    nuance: null,
    iconUrl: null,
    target: conversationOf(message),
  };
}

/**
 * The page of the conversation that a message is part of.
 * @param ownId the account's own user id, where the message may be its own.
 */
export function conversationOf(message: ChatMessage, ownId: string | null = null): Target {
  const { fromUser, toUser, toUserId, toRoom, toRoomId, isOld } = message;
  if (isOld) return { kind: 'page', page: 'messaging' };
  const roomId = toRoom?.id ?? toRoomId;
  if (roomId !== null) return { kind: 'chat', with: 'room', id: roomId };
  const isOwn = fromUser !== null && fromUser.id === ownId;
  const otherId = isOwn ? (toUser?.id ?? toUserId) : (fromUser?.id ?? null);
  if (otherId !== null) return { kind: 'chat', with: 'user', id: otherId };
  return { kind: 'page', page: 'chat' };
}
