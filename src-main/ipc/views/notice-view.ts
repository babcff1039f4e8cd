import type { Messages } from '../../engine/messages/index.ts';
import { handleOf } from '../../engine/misskey/api/links.ts';
import { wordGroup } from '../../engine/notices/group-wording.ts';
import { inGroupOfFeed, type Member, membersOf, type Row } from '../../engine/notices/groups.ts';
import type { Person, Reaction } from '../../engine/notices/notice.ts';
import { actionsOf, type Followed } from '../../engine/notices/notice-actions.ts';
import type { DecisionReason } from '../../engine/notices/rules.ts';
import type { NoticeIcon, NoticeView, PersonView } from '../contract.ts';
import { emojiImages, type ImageAddresses, imageOrNull } from './images.ts';
import { reactionView } from './note-view.ts';

const icons: Readonly<Record<string, NoticeIcon>> = {
  reaction: 'reaction',
  follow: 'follow',
  receiveFollowRequest: 'follow-request',
  followRequestAccepted: 'follow-accepted',
  mention: 'mention',
  reply: 'reply',
  renote: 'renote',
  quote: 'quote',
  note: 'note',
  pollVote: 'poll',
  pollEnded: 'poll',
  noteScheduled: 'note',
  scheduledNotePosted: 'note',
  scheduledNotePostFailed: 'note',
  scheduledNoteError: 'note',
  'reaction:grouped': 'reaction',
  'renote:grouped': 'renote',
  'note:grouped': 'note',
  newChatMessage: 'chat',
  groupInvited: 'chat',
  chatRoomInvitationReceived: 'chat',
  roleAssigned: 'role',
  achievementEarned: 'achievement',
  exportCompleted: 'export',
  login: 'security',
  createToken: 'security',
  app: 'app',
  announcement: 'announcement',
  event: 'event',
};

/** People of a group that are sent to the window; the words tell how many there are. */
const mostMembers = 30;

/**
 * A row of kept notices as the window shows it, in the language of `messages`. `origin` is its account's
 * server, null for a feed's; `follows` tells whom the account follows.
 */
export function noticeView(
  row: Row,
  origin: string | null,
  messages: Messages,
  images: ImageAddresses,
  follows: Followed,
): NoticeView {
  const [{ notice }] = row;
  const members = membersOf(row.map((entry) => entry.notice));
  const rang = row.find(({ decision }) => decision.decision === 'shown') ?? row[0];
  return {
    id: notice.id,
    accountId: notice.accountId,
    type: notice.type,
    icon: Object.hasOwn(icons, notice.type) ? (icons[notice.type] ?? 'generic') : 'generic',
    createdAt: notice.createdAt,
    person: notice.person && personOfNotice(notice.person, images),
    picture: imageOrNull(images, notice.iconUrl),
    ...wordGroup(notice, members, row.length, messages),
    reaction: reactionOf(notice.reaction, origin, images),
    group: inGroupOfFeed(notice) ? null : groupOf(members, origin, images),
    noteId: notice.feed === undefined ? (notice.note?.id ?? null) : null,
    actions: actionsOf(row[0], follows),
    answered: row[0].answered && messages.answer.done[row[0].answered],
    decision: rang.decision.decision,
    reasonText: reasonText(rang.decision.reason, messages),
    read: row.every(({ read }) => read),
  };
}

function groupOf(
  members: readonly Member[],
  origin: string | null,
  images: ImageAddresses,
): NoticeView['group'] {
  if (members.length < 2) return null;
  return members.slice(0, mostMembers).map(({ person, reaction }) => ({
    person: person && personOfNotice(person, images),
    reaction: reactionOf(reaction, origin, images),
  }));
}

function personOfNotice(person: Person, images: ImageAddresses): PersonView {
  return {
    userId: person.userId,
    name: person.name,
    // A feed may name people that have no other name.
    handle: person.username === '' ? '' : handleOf(person),
    host: person.host,
    avatar: imageOrNull(images, person.avatarUrl),
    emojis: emojiImages(images, person.emojis),
    isBot: person.isBot,
    isCat: person.isCat,
  };
}

function reactionOf(reaction: Reaction | null, origin: string | null, images: ImageAddresses) {
  if (reaction === null) return null;
  const view = reactionView(origin, reaction.code, {}, 1, false, images);
  return reaction.url === null ? view : { ...view, image: images.address(reaction.url) };
}

function reasonText(reason: DecisionReason, messages: Messages): string | null {
  return reason === 'live' || reason === 'missed' ? null : messages.reason[reason];
}
