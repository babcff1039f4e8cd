export const noticeKinds = [
  'reaction',
  'mention',
  'renote',
  'follow',
  'note',
  'chat',
  'event',
  'other',
] as const;
/** What a reader takes for one kind of notice; several types of the server's make one. */
export type NoticeKind = (typeof noticeKinds)[number];

const kinds: Readonly<Record<string, NoticeKind>> = {
  reaction: 'reaction',
  'reaction:grouped': 'reaction',
  mention: 'mention',
  reply: 'mention',
  quote: 'mention',
  renote: 'renote',
  'renote:grouped': 'renote',
  follow: 'follow',
  receiveFollowRequest: 'follow',
  followRequestAccepted: 'follow',
  note: 'note',
  'note:grouped': 'note',
  newChatMessage: 'chat',
  groupInvited: 'chat',
  chatRoomInvitationReceived: 'chat',
  event: 'event',
};

/** The kind of a type of the server's. */
export function kindOf(type: string): NoticeKind {
  return Object.hasOwn(kinds, type) ? (kinds[type] ?? 'other') : 'other';
}
