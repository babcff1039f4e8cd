import type { AccountId, CallResult, EmojiImages, MediaAddress } from './basics.ts';

export interface PersonView {
  readonly userId: string;
  /** The display name, or the username where none is set. May hold `:emoji:`. */
  readonly name: string;
  /** `@alice`, or `@alice@example.social` for a person of another server. */
  readonly handle: string;
  /** The person's server; null = the account's own. Completes an emoji name that has no picture in `emojis`. */
  readonly host: string | null;
  readonly avatar: MediaAddress | null;
  readonly emojis: EmojiImages;
  readonly isBot: boolean;
  readonly isCat: boolean;
}

export interface ReactionView {
  /** As the server keys it: a Unicode emoji, `:name@.:` or `:name@host:`. */
  readonly key: string;
  /** Name without colons and without `@.`; null for a Unicode emoji. */
  readonly name: string | null;
  /** Null for a Unicode emoji. */
  readonly image: MediaAddress | null;
  readonly count: number;
  readonly mine: boolean;
}

export interface FileView {
  readonly id: string;
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  readonly name: string;
  /** The alternative text its author wrote. */
  readonly comment: string | null;
  readonly thumbnail: MediaAddress | null;
  /** The file itself, for the viewer; null for a kind that the window does not play. */
  readonly media: MediaAddress | null;
  /** To be blurred until the user asks. */
  readonly sensitive: boolean;
  /** Pixels; null where the server does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** Bytes; null where the server does not say. */
  readonly size: number | null;
}

export interface PollView {
  readonly multiple: boolean;
  /** Milliseconds since the epoch; null = never. */
  readonly expiresAt: number | null;
  readonly choices: readonly {
    readonly text: string;
    readonly votes: number;
    readonly mine: boolean;
  }[];
}

export type Visibility = 'public' | 'home' | 'followers' | 'specified';

/** Which reactions a note's author takes (PROTOCOL §6); null = any. */
export type ReactionAcceptance =
  | 'likeOnly'
  | 'likeOnlyForRemote'
  | 'nonSensitiveOnly'
  | 'nonSensitiveOnlyForLocalLikeOnlyForRemote'
  | null;

export interface NoteView {
  readonly id: string;
  readonly accountId: AccountId;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** `renote`: nothing of its own, show `renote` under a "renoted" header. `quote`: own text and `renote`. */
  readonly kind: 'note' | 'renote' | 'quote';
  readonly author: PersonView;
  /** Written by the account itself: it may be deleted. */
  readonly own: boolean;
  /** MFM source; null when there is none. */
  readonly text: string | null;
  /** A content warning folds text, files and poll; may be the empty string. Null = none. */
  readonly cw: string | null;
  readonly visibility: Visibility;
  readonly localOnly: boolean;
  /** The server withheld the content. */
  readonly hidden: boolean;
  readonly files: readonly FileView[];
  readonly poll: PollView | null;
  readonly renote: NoteView | null;
  /** The quoted or renoted note is gone. */
  readonly renoteGone: boolean;
  /** The note this one answers, in one line; null when it answers none. */
  readonly replyTo: { readonly noteId: string; readonly handle: string | null } | null;
  readonly reactions: readonly ReactionView[];
  readonly reactionAcceptance: ReactionAcceptance;
  readonly renoteCount: number;
  readonly repliesCount: number;
  readonly emojis: EmojiImages;
  /** The Misskey channel it was posted in. */
  readonly channelName: string | null;
}

export interface UserView {
  readonly accountId: AccountId;
  readonly person: PersonView;
  /** MFM source. */
  readonly description: string | null;
  readonly notesCount: number | null;
  readonly followersCount: number | null;
  readonly followingCount: number | null;
  /** How the account and this person stand to each other; null for the account itself and for a guest. */
  readonly relation: RelationView | null;
}

export interface RelationView {
  readonly following: boolean;
  readonly followed: boolean;
  /** The account asked to follow and waits for the answer. */
  readonly requested: boolean;
  /** This person asked to follow the account and waits for the answer. */
  readonly requesting: boolean;
  readonly muted: boolean;
  /** Their notes ring (following/update `notify`, PROTOCOL §4 `note`). Only for those followed. */
  readonly bell: boolean;
  /** Follows must be accepted by them. */
  readonly locked: boolean;
}

/** One note or person shown alone in the window; see `Settings.clickOpens`. */
export type DetailView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'note'; readonly note: NoteView; readonly replyTo: NoteView | null }
  | { readonly kind: 'user'; readonly user: UserView };

/** Opening things where `Settings.clickOpens` says, and in the browser. */
export interface OpenCalls {
  openNote(accountId: AccountId, noteId: string): void;
  openUser(accountId: AccountId, handle: string): void;
  openHashtag(accountId: AccountId, tag: string): void;
  /** Only http and https; anything else is refused. */
  openLink(url: string): CallResult;
  openFile(accountId: AccountId, noteId: string, fileId: string): CallResult;
  closeDetail(): void;
}
