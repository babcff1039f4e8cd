import { findEmojiUrl, parseEmojiCode } from '../../engine/misskey/emoji.ts';
import { handleOf } from '../../engine/misskey/links.ts';
import type { Recipient } from '../../engine/misskey/notice-from-notification.ts';
import type { File, Note, User, UserDetail } from '../../engine/misskey/schemas.ts';
import type { FileView, NoteView, PersonView, ReactionView, UserView } from '../contract.ts';
import { emojiImages, type ImageAddresses, imageOrNull } from './images.ts';

/** Kinds of reactions that are shown on a note; a hostile note may carry hundreds. */
const mostReactions = 50;

/** A note as the window shows it. */
export function noteView(account: Recipient, note: Note, images: ImageAddresses): NoteView {
  return {
    id: note.id,
    accountId: account.id,
    createdAt: note.createdAt,
    kind: kindOf(note),
    author: personView(note.user, images),
    text: note.text,
    cw: note.cw,
    visibility: note.visibility,
    localOnly: note.localOnly,
    hidden: note.isHidden,
    files: note.files.map((file) => fileView(file, images)),
    poll: note.poll && {
      multiple: note.poll.multiple,
      expiresAt: note.poll.expiresAt,
      choices: note.poll.choices.map(({ text, votes, isVoted }) => ({
        text,
        votes,
        mine: isVoted,
      })),
    },
    renote: note.renote && noteView(account, note.renote, images),
    renoteGone: note.renoteId !== null && note.renote === null,
    replyTo:
      note.replyId === null
        ? null
        : { noteId: note.replyId, handle: note.reply && handleOf(note.reply.user) },
    reactions: reactionViews(account.origin, note, images),
    renoteCount: note.renoteCount,
    repliesCount: note.repliesCount,
    emojis: emojiImages(images, note.emojis),
    channelName: note.channel?.name ?? null,
  };
}

/** A person as the window shows them. */
export function personView(user: User, images: ImageAddresses): PersonView {
  return {
    userId: user.id,
    name: user.name?.trim() || user.username,
    handle: handleOf(user),
    host: user.host,
    avatar: imageOrNull(images, user.avatarUrl),
    emojis: emojiImages(images, user.emojis),
    isBot: user.isBot,
    isCat: user.isCat,
  };
}

/** A profile as the window shows it. */
export function userView(account: Recipient, user: UserDetail, images: ImageAddresses): UserView {
  const { description, notesCount, followersCount, followingCount } = user;
  return {
    accountId: account.id,
    person: personView(user, images),
    description,
    notesCount,
    followersCount,
    followingCount,
  };
}

/** One reaction; `known` are the pictures that came along. */
export function reactionView(
  origin: string,
  key: string,
  known: Readonly<Record<string, string>>,
  count: number,
  mine: boolean,
  images: ImageAddresses,
): ReactionView {
  const emoji = parseEmojiCode(key);
  return {
    key,
    name: emoji && (emoji.host === null ? emoji.name : `${emoji.name}@${emoji.host}`),
    image: emoji && images.address(findEmojiUrl(origin, emoji, known)),
    count,
    mine,
  };
}

function reactionViews(origin: string, note: Note, images: ImageAddresses): ReactionView[] {
  const { myReaction, reactionEmojis } = note;
  const all = Object.entries(note.reactions)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  // One's own is shown however rare it is.
  const mine = all.slice(mostReactions).filter(([key]) => isSame(key, myReaction));
  return [...all.slice(0, mostReactions - mine.length), ...mine].map(([key, count]) =>
    reactionView(origin, key, reactionEmojis, count, isSame(key, myReaction), images),
  );
}

/** The two spellings of a local custom emoji mean the same (PROTOCOL §0.10). */
function isSame(key: string, mine: string | null): boolean {
  return mine !== null && key.replace(/@\.:$/, ':') === mine.replace(/@\.:$/, ':');
}

function kindOf(note: Note): NoteView['kind'] {
  if (note.renoteId === null) return 'note';
  const hasOwnContent =
    note.text !== null ||
    note.cw !== null ||
    note.files.length > 0 ||
    note.poll !== null ||
    note.replyId !== null;
  return hasOwnContent ? 'quote' : 'renote';
}

function fileView(file: File, images: ImageAddresses): FileView {
  const kind = kindOfFile(file.type);
  const preview = file.thumbnailUrl ?? (kind === 'image' ? file.url : null);
  return {
    id: file.id,
    kind,
    name: file.name,
    comment: file.comment,
    thumbnail: imageOrNull(images, preview),
    sensitive: file.isSensitive,
    width: file.properties.width,
    height: file.properties.height,
  };
}

function kindOfFile(mediaType: string): FileView['kind'] {
  const [kind] = mediaType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'other';
}
