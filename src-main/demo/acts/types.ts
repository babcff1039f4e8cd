import type { EmojiInput } from '../world/emoji-admin.ts';
import type { DemoUser } from '../world/model.ts';
import type { NoteInput } from '../world/notes.ts';

/** What an act led to. */
export interface ActResult {
  /** The note that was posted by it; null = none. */
  readonly noteId: string | null;
  /** The notification that the account got from it; null = none. */
  readonly notificationId: string | null;
}

/**
 * What people of the demo do, called by name; `from` is a username (`name@host` for one of another server) and
 * the account is the one that the demo is for. Each sends all the frames that the real server sends for it,
 * and works while the server is stopped, too: what happened then is found by catching up. Unknown names and
 * ids throw.
 */
export interface DemoActs {
  /** Posts a note that concerns nobody in particular; returns its id. */
  postNote(from: string, note?: NoteInput): string;
  deleteNote(noteId: string): void;
  /** Reacts with a Unicode emoji or `:name:`. Another reaction of the same person is replaced. */
  react(from: string, noteId: string, reaction: string): ActResult;
  /** Changes a reaction: `unreacted`, `reacted`, and a second notification. */
  updateReaction(from: string, noteId: string, reaction: string): ActResult;
  unreact(from: string, noteId: string): void;
  follow(from: string): ActResult;
  /** Stops following the account; nobody is told. */
  unfollow(from: string): void;
  /** Asks to follow the account, which is made locked for it if it was not. */
  requestFollow(from: string): ActResult;
  /** A person whom the account asked to follow lets it in. The request is made when there was none. */
  acceptRequest(from: string): ActResult;
  mention(from: string, text?: string, more?: NoteInput): ActResult;
  /** Answers a note of the account (its newest when left out). */
  reply(from: string, noteId?: string, text?: string): ActResult;
  renote(from: string, noteId?: string): ActResult;
  quote(from: string, noteId?: string, text?: string): ActResult;
  dm(from: string, text?: string): ActResult;
  vote(from: string, noteId: string, choice: number): void;
  /** Ends a poll of the account, or one that it voted in, at once. Without an id it makes one first. */
  pollEnd(noteId?: string): ActResult;
  /** Posts as somebody of whose notes the account asked to be told; for this note it did. */
  bellNote(from: string, text?: string): ActResult;
  app(body: string, header?: string | null, icon?: string | null): ActResult;
  test(): ActResult;
  login(): ActResult;
  createToken(): ActResult;
  achievement(name: string): ActResult;
  role(name: string): ActResult;
  export(entity: string): ActResult;
  /** A chat message; the account hears of it as `newChatMessage` three seconds later if it is unread then. */
  chatMessage(from: string, text: string): void;
  /** The same to all members of the room of this name, which is made when there is none. */
  chatRoomMessage(from: string, roomName: string, text: string): void;
  /** Another client reads the conversation with this person, or in the room of this name. */
  readChat(fromOrRoom: string): void;
  chatInvitation(from: string, roomName: string): ActResult;
  /** To everybody, or to one username alone. Returns the announcement's id. */
  /** The announcements that the account has still to read are read by another client. */
  readAnnouncements(): void;
  announcement(title: string, text: string, to?: string): string;
  scheduledNotePosted(text?: string): ActResult;
  scheduledNoteFailed(): ActResult;
  /** Any notification, of a known or unknown type; `extra` is added to it as it is. */
  notify(type: string, extra?: Readonly<Record<string, unknown>>, from?: string): ActResult;
  /** The account was changed by the web client; the frame carries the e-mail address as well. */
  meUpdated(
    changes?: Partial<Pick<DemoUser, 'name' | 'description' | 'isLocked' | 'mutedWords'>>,
  ): void;
  /** A custom emoji comes to the server; everybody is told, as with the next two. */
  addEmoji(name: string, input?: EmojiInput): void;
  updateEmoji(name: string, input: EmojiInput): void;
  deleteEmoji(name: string): void;
  /** Changes a note's words, which only forks can; those who captured it are told. */
  editNote(noteId: string, text: string, cw?: string | null): void;
  /** Another client reads everything. */
  readAll(): void;
  /** A notification is taken back (yojo-art): `notificationDeleted`. */
  deleteNotification(notificationId: string): void;
  /** Another client empties the notifications. */
  flush(): void;
}
