import { relationOf } from '../../engine/misskey/answers/relation.ts';
import { handleOf } from '../../engine/misskey/api/links.ts';
import type { File, Note, User, UserDetail } from '../../engine/misskey/api/schemas.ts';
import { findEmojiUrl, parseEmojiCode } from '../../engine/misskey/notes/emoji.ts';
import { noteKind } from '../../engine/misskey/notes/note-kind.ts';
import type { StoredAccount } from '../../engine/misskey/stored-account.ts';
import type { FileView, NoteView, PersonView, ReactionView, UserView } from '../contract.ts';
import { bounded, boundedLine, boundedName, viewBounds } from './bounded.ts';
import { emojiImages, type ImageAddresses, imageOrNull } from './images.ts';

/** The account for which something is shown. */
export type Reader = Pick<StoredAccount, 'id' | 'origin' | 'userId'>;

/** A note as the window shows it. */
export function noteView(account: Reader, note: Note, images: ImageAddresses): NoteView {
  return {
    id: note.id,
    accountId: account.id,
    createdAt: note.createdAt,
    kind: noteKind(note),
    author: personView(note.user, images),
    own: note.user.id === account.userId,
    text: note.text && bounded(note.text, viewBounds.text),
    cw: note.cw && bounded(note.cw, viewBounds.cw),
    visibility: note.visibility,
    localOnly: note.localOnly,
    hidden: note.isHidden,
    files: note.files.slice(0, viewBounds.files).map((file) => fileView(file, images)),
    poll: note.poll && {
      multiple: note.poll.multiple,
      expiresAt: note.poll.expiresAt,
      choices: note.poll.choices.slice(0, viewBounds.choices).map(({ text, votes, isVoted }) => ({
        text: boundedLine(text),
        votes,
        mine: isVoted,
      })),
    },
    renote: note.renote && noteView(account, note.renote, images),
    renoteGone: note.renoteId !== null && note.renote === null,
    replyTo:
      note.replyId === null
        ? null
        : { noteId: note.replyId, handle: note.reply && shownHandle(note.reply.user) },
    reactions: reactionViews(account.origin, note, images),
    reactionAcceptance: note.reactionAcceptance,
    renoteCount: note.renoteCount,
    repliesCount: note.repliesCount,
    emojis: emojiImages(images, note.emojis),
    channelName: note.channel && boundedLine(note.channel.name),
  };
}

/** A person as the window shows them. */
export function personView(user: User, images: ImageAddresses): PersonView {
  return {
    userId: user.id,
    name: boundedName(user.name, user.username),
    handle: shownHandle(user),
    host: user.host,
    avatar: imageOrNull(images, user.avatarUrl),
    emojis: emojiImages(images, user.emojis),
    isBot: user.isBot,
    isCat: user.isCat,
  };
}

function shownHandle(user: User): string {
  return boundedLine(handleOf(user));
}

/** A profile as the window shows it. */
export function userView(account: Reader, user: UserDetail, images: ImageAddresses): UserView {
  const { description, notesCount, followersCount, followingCount } = user;
  return {
    accountId: account.id,
    person: personView(user, images),
    description: description && bounded(description, viewBounds.text),
    notesCount,
    followersCount,
    followingCount,
    relation: relationOf(user),
  };
}

/**
 * One reaction; `known` are the pictures that came along. `origin`: the server that has further ones; null = none.
 */
export function reactionView(
  origin: string | null,
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
    image: emoji && origin && images.address(findEmojiUrl(origin, emoji, known)),
    count,
    mine,
  };
}

function reactionViews(origin: string, note: Note, images: ImageAddresses): ReactionView[] {
  const { myReaction, reactionEmojis } = note;
  const all = Object.entries(note.reactions)
    .filter(([key, count]) => count > 0 && key.length <= viewBounds.line)
    .sort(([, a], [, b]) => b - a);
  // One's own is shown however rare it is.
  const mine = all.slice(viewBounds.reactions).filter(([key]) => isSame(key, myReaction));
  return [...all.slice(0, viewBounds.reactions - mine.length), ...mine].map(([key, count]) =>
    reactionView(origin, key, reactionEmojis, count, isSame(key, myReaction), images),
  );
}

/** The two spellings of a local custom emoji mean the same (PROTOCOL §0.10). */
function isSame(key: string, mine: string | null): boolean {
  return mine !== null && key.replace(/@\.:$/, ':') === mine.replace(/@\.:$/, ':');
}

function fileView(file: File, images: ImageAddresses): FileView {
  const kind = kindOfFile(file.type);
  const preview = file.thumbnailUrl ?? (kind === 'image' ? file.url : null);
  return {
    id: file.id,
    kind,
    name: boundedLine(file.name),
    comment: file.comment && bounded(file.comment, viewBounds.comment),
    thumbnail: imageOrNull(images, preview),
    media: kind === 'other' || file.url === null ? null : images.media(file.url),
    sensitive: file.isSensitive,
    width: file.properties.width,
    height: file.properties.height,
    size: file.size,
  };
}

function kindOfFile(mediaType: string): FileView['kind'] {
  const [kind] = mediaType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'other';
}
