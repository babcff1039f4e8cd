import type { AccountId, CallAnswer, CallResult } from './basics.ts';
import type { NoteView, Visibility } from './notes.ts';

/** What a note that is being written answers or quotes. */
export type DraftPurpose =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly noteId: string }
  | { readonly kind: 'quote'; readonly noteId: string };

/** A note as the composer starts with it. */
export interface DraftView {
  readonly accountId: AccountId;
  readonly purpose: DraftPurpose;
  /** The note that is answered or quoted. */
  readonly note: NoteView | null;
  /** The mentions that an answer begins with; else empty. */
  readonly text: string;
  /** Taken over from the note that is answered; null = none. */
  readonly cw: string | null;
  readonly visibility: Visibility;
  /** From the widest to the narrowest that fit what is answered or quoted. */
  readonly visibilities: readonly Visibility[];
  readonly localOnly: boolean;
  /** Handles of those who may read it, where `visibility` is `specified`. */
  readonly recipients: readonly string[];
  /** Characters that the server takes at most. */
  readonly maxLength: number;
}

/** A note to post. */
export interface Draft {
  readonly accountId: AccountId;
  readonly purpose: DraftPurpose;
  readonly text: string;
  readonly cw: string | null;
  readonly visibility: Visibility;
  readonly localOnly: boolean;
}

/** A custom emoji of the account's server; its picture is behind `AccountView.emojiAddress`. */
export interface CustomEmojiView {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: string | null;
  readonly sensitive: boolean;
}

/** What the emoji picker offers besides Unicode; reactions are written as `👍` or `:name:`. */
export interface EmojiCatalogue {
  readonly custom: readonly CustomEmojiView[];
  /** Newest first. */
  readonly recent: readonly string[];
  readonly pinned: readonly string[];
}

/**
 * What a user does to notes and people. Each shows at once; when the server refuses, it is put back
 * and the failure says why.
 */
export interface AnswerCalls {
  /** Asks the server for what is answered and for its limits. */
  prepareDraft(accountId: AccountId, purpose: DraftPurpose): CallAnswer<DraftView>;
  /** Answers the id of the new note, so that it can be deleted again. */
  postNote(draft: Draft): CallAnswer<string>;
  /** Answers the id of the renote, so that it can be deleted again. */
  renote(accountId: AccountId, noteId: string): CallAnswer<string>;
  deleteNote(accountId: AccountId, noteId: string): CallResult;
  /** `reaction`: `👍` or `:name:`. Replaces one that is there. */
  react(accountId: AccountId, noteId: string, reaction: string): CallResult;
  unreact(accountId: AccountId, noteId: string): CallResult;
  /** `choice` counts from 0. */
  vote(accountId: AccountId, noteId: string, choice: number): CallResult;
  follow(accountId: AccountId, userId: string): CallResult;
  unfollow(accountId: AccountId, userId: string): CallResult;
  acceptFollow(accountId: AccountId, userId: string): CallResult;
  rejectFollow(accountId: AccountId, userId: string): CallResult;
  /** `durationMs`: null = until it is undone. */
  mute(accountId: AccountId, userId: string, durationMs: number | null): CallResult;
  unmute(accountId: AccountId, userId: string): CallResult;
  /** Whether each note of a followed person rings. */
  setUserBell(accountId: AccountId, userId: string, rings: boolean): CallResult;
  loadEmojis(accountId: AccountId): CallAnswer<EmojiCatalogue>;
  /** Sets the emojis that the picker shows first, in this order. */
  pinEmojis(accountId: AccountId, emojis: readonly string[]): void;
}
