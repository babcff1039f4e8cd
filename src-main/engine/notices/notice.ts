/** One thing the user may be told, whatever the source. Plain data: it is kept on disk as JSON. */
export interface Notice {
  /** Unique over all accounts: the account's id, a slash, and the source's own id. */
  readonly id: string;
  /** Whose it is: an account's id, or a feed's. */
  readonly accountId: string;
  /**
   * The source's own id: a Misskey notification's as it is, what comes beside the notifications with its
   * kind before it (`chat:…`, `announcement:…`).
   */
  readonly sourceId: string;
  /** The source's own word for what happened (`reaction`, `follow`, …). */
  readonly type: string;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly createdAt: number;
  /** Who did it; null where nobody is named. */
  readonly person: Person | null;
  /** How many more people did the same, where a server tells of several at once. */
  readonly others: number;
  readonly reaction: Reaction | null;
  readonly note: NoteExcerpt | null;
  /** What the type adds: a role's, room's or export's name, a message, an app's text. */
  readonly detail: string | null;
  /** A heading of its own: an app's or an announcement's; the name of the room of a chat message. */
  readonly heading: string | null;
  /** What is known besides, and makes another thing of it. */
  readonly nuance: Nuance | null;
  /** A picture that the source named for this notice. */
  readonly iconUrl: string | null;
  readonly target: Target;
  /** What only notices of feeds have; left out for Misskey's. */
  readonly feed?: FeedMarks;
}

export const urgencies = ['low', 'normal', 'critical'] as const;
/** `low`: without a sound; `critical`: its toast stays until it is closed, and quiet hours do not hold it. */
export type Urgency = (typeof urgencies)[number];

/** How the rule of a feed marked a notice. */
export interface FeedMarks {
  readonly urgency: Urgency;
  /** Notices of the feed with the same one are told together; null = it stands alone. */
  readonly group: string | null;
}

export const nuances = [
  /** `followRequestAccepted`: a request was accepted indeed; without one it only means "you follow them". */
  'request-accepted',
  /** `follow`: the account itself has just accepted this person's request. */
  'accepted-here',
  /** `createToken`: Suzu's own sign-in. */
  'own-sign-in',
  /** An announcement whose author wants nobody disturbed. */
  'silent',
] as const;
export type Nuance = (typeof nuances)[number];

export interface Person {
  readonly userId: string;
  readonly username: string;
  /** Null for a person of the account's own server. */
  readonly host: string | null;
  /** The display name, or the username where none is set (PROTOCOL §6). */
  readonly name: string;
  readonly avatarUrl: string | null;
  /** Pictures of custom emojis by name; only remote ones are listed. */
  readonly emojis: Readonly<Record<string, string>>;
  readonly isBot: boolean;
  readonly isCat: boolean;
}

export interface Reaction {
  /** A Unicode emoji, `:name:`, `:name@.:` or `:name@host:`. */
  readonly code: string;
  /** The custom emoji's picture; null for a Unicode emoji. */
  readonly url: string | null;
}

/** As much of a note as a toast shows. */
export interface NoteExcerpt {
  readonly id: string;
  /** Plain words on one line, shortened; empty when the note has none. */
  readonly text: string;
  /** A content warning hides everything else; null = none. */
  readonly cw: string | null;
  readonly hidden: boolean;
  /** Sent to named people only. */
  readonly direct: boolean;
  readonly files: number;
  readonly poll: boolean;
}

/** Pages of the account's server that a notice can lead to. */
export const pages = [
  'notifications',
  'followRequests',
  'achievements',
  'announcements',
  'drive',
  'chat',
  /** Chat on servers of the v12 era. */
  'messaging',
  'security',
] as const;

/** Where a click leads. */
export type Target =
  | { readonly kind: 'note'; readonly noteId: string }
  | { readonly kind: 'user'; readonly username: string; readonly host: string | null }
  /** A conversation; `id` is the other person's or the room's. */
  | { readonly kind: 'chat'; readonly with: 'user' | 'room'; readonly id: string }
  | { readonly kind: 'page'; readonly page: (typeof pages)[number] }
  /** A page anywhere; only `http:` and `https:` are ever opened. */
  | { readonly kind: 'link'; readonly url: string }
  /** The list of notices, where there is nothing else to show. */
  | { readonly kind: 'list' };
