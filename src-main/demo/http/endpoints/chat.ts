import * as v from 'valibot';
import { isTo, packConversation, packLine, sendChatMessage } from '../../world/chat.ts';
import type { DemoChatMessage, DemoUser } from '../../world/model.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { id, paging } from '../params.ts';
import { findOther } from './following.ts';

export const chatEndpoints: readonly Endpoint[] = [
  userEndpoint(
    'chat/messages/create-to-user',
    { permission: 'write:chat', rateLimit: { windowMs: 3_600_000, max: 500 } },
    v.object({
      toUserId: id,
      text: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2000))), null),
    }),
    (world, { toUserId, text }, user) => {
      if (text === null)
        throw clientError(
          'CONTENT_REQUIRED',
          'Content required. You need to set text or fileId.',
          '25587321-b0e6-449c-9239-f8925092942c',
        );
      if (toUserId === user.id)
        throw clientError(
          'RECIPIENT_IS_YOURSELF',
          'You can not send a message to yourself.',
          '17e2ba79-e22a-4cbc-bf91-d327643f4a7e',
        );
      const other = findOther(world, toUserId, '11795c64-40ea-4198-b06e-3c873ed9039d');
      return packLine(sendChatMessage(world, user, other, text));
    },
  ),
  userEndpoint(
    'chat/history',
    { permission: 'read:chat' },
    v.object({ limit: paging.limit, room: v.optional(v.boolean(), false) }),
    (world, { limit, room }, user) =>
      newestOfEach(world, user, room)
        .slice(0, limit)
        .map((message) => packConversation(world, message, user.id)),
  ),
];

/** The newest message of each conversation with people, or in rooms; the newest conversation first. */
function newestOfEach(world: World, user: DemoUser, inRooms: boolean): DemoChatMessage[] {
  const newest = new Map<string, DemoChatMessage>();
  for (const message of world.chatMessages) {
    const isMine = message.fromUserId === user.id;
    if ((message.toRoom !== null) !== inRooms || !(isMine || isTo(message, user.id))) continue;
    const other = isMine ? message.toUserId : message.fromUserId;
    const conversation = message.toRoom?.id ?? other ?? '';
    newest.delete(conversation);
    newest.set(conversation, message);
  }
  return [...newest.values()].reverse();
}
