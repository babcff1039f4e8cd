/**
 * Everything that crosses between the main process and the window, typed once for both sides.
 * Types only: the window imports nothing else from src-main, and nothing here ever holds a token.
 */

/** Names an account inside Suzu, for example `alice@example.social`. Stable for its life. */
export type AccountId = string;

/**
 * An address on Suzu's own scheme (`suzu://app/…`) behind which the main process serves a picture
 * that the account's server named. The window can load pictures from nowhere else.
 */
export type ImageAddress = string;

/** Custom emoji pictures by the name as written between the colons (`blob`, `blob@example.social`). */
export type EmojiImages = Readonly<Record<string, ImageAddress>>;

export type Locale = 'en' | 'ja' | 'ko';
export type Theme = 'system' | 'light' | 'dark';

/** The states of a stream; the words are also the trace's. */
export type StreamState = 'connecting' | 'subscribing' | 'online' | 'stale' | 'waiting' | 'refused';

export type TimelineName = 'home' | 'local' | 'social' | 'global';

/** What a person may set. Every field has a default that needs no change. */
export interface Settings {
  readonly language: 'system' | Locale;
  readonly theme: Theme;
  /** Where a click on a toast or a notice leads. */
  readonly clickOpens: 'browser' | 'window';
}

export interface PersonView {
  readonly userId: string;
  /** The display name, or the username where none is set. May hold `:emoji:`. */
  readonly name: string;
  /** `@alice`, or `@alice@example.social` for a person of another server. */
  readonly handle: string;
  /** The person's server; null = the account's own. Completes an emoji name that has no picture in `emojis`. */
  readonly host: string | null;
  readonly avatar: ImageAddress | null;
  readonly emojis: EmojiImages;
  readonly isBot: boolean;
  readonly isCat: boolean;
}

export interface AccountView {
  readonly id: AccountId;
  /** Host with port, as a person would type it. */
  readonly host: string;
  /** `@alice@example.social`; only the host while the server has not yet said who this is. */
  readonly handle: string;
  readonly name: string;
  readonly avatar: ImageAddress | null;
  readonly emojis: EmojiImages;
  /** The account's colour as `#rrggbb`, used as a thin mark only. */
  readonly color: string;
  readonly state: StreamState;
  /** The state in words, with what to do where the user can act; already in the current language. */
  readonly stateText: string;
  /** True when only signing in again can help (token dead, account suspended, token unreadable). */
  readonly needsSignIn: boolean;
  readonly unread: number;
  /** The timelines that the server's policies allow, in the order to show them. */
  readonly timelines: readonly TimelineName[];
  /** The timeline chosen last. */
  readonly timeline: TimelineName;
  /** Prefix to which `name@host` (`name@.` for a local emoji) is appended to get its picture. */
  readonly emojiAddress: ImageAddress;
  /** True for the account on the embedded demo server. */
  readonly demo: boolean;
}

export interface ReactionView {
  /** As the server keys it: a Unicode emoji, `:name@.:` or `:name@host:`. */
  readonly key: string;
  /** Name without colons and without `@.`; null for a Unicode emoji. */
  readonly name: string | null;
  /** Null for a Unicode emoji. */
  readonly image: ImageAddress | null;
  readonly count: number;
  readonly mine: boolean;
}

export interface FileView {
  readonly id: string;
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  readonly name: string;
  /** The alternative text its author wrote. */
  readonly comment: string | null;
  readonly thumbnail: ImageAddress | null;
  /** To be blurred until the user asks. */
  readonly sensitive: boolean;
  /** Pixels; null where the server does not say. */
  readonly width: number | null;
  readonly height: number | null;
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

export interface NoteView {
  readonly id: string;
  readonly accountId: AccountId;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** `renote`: nothing of its own, show `renote` under a "renoted" header. `quote`: own text and `renote`. */
  readonly kind: 'note' | 'renote' | 'quote';
  readonly author: PersonView;
  /** MFM source; null when there is none. */
  readonly text: string | null;
  /** A content warning folds text, files and poll; may be the empty string. Null = none. */
  readonly cw: string | null;
  readonly visibility: 'public' | 'home' | 'followers' | 'specified';
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
  readonly renoteCount: number;
  readonly repliesCount: number;
  readonly emojis: EmojiImages;
  /** The Misskey channel it was posted in. */
  readonly channelName: string | null;
}

export type Decision = 'shown' | 'grouped' | 'held' | 'suppressed';

/** Which small mark stands on a notice. */
export type NoticeIcon =
  | 'reaction'
  | 'follow'
  | 'follow-request'
  | 'follow-accepted'
  | 'mention'
  | 'reply'
  | 'renote'
  | 'quote'
  | 'note'
  | 'poll'
  | 'chat'
  | 'role'
  | 'achievement'
  | 'export'
  | 'security'
  | 'app'
  | 'announcement'
  | 'generic';

export interface NoticeView {
  readonly id: string;
  readonly accountId: AccountId;
  /** The server's type, as in the protocol (`reaction`, `follow`, …). */
  readonly type: string;
  readonly icon: NoticeIcon;
  readonly createdAt: number;
  readonly person: PersonView | null;
  /** What happened, in the current language. May hold `:emoji:` of the person's name. */
  readonly title: string;
  /** The start of the note or another detail, plain text; empty when there is none. */
  readonly body: string;
  readonly reaction: ReactionView | null;
  readonly decision: Decision;
  /** Why it did not ring, in the current language; null when it rang. */
  readonly reasonText: string | null;
  readonly read: boolean;
}

export interface NoticesView {
  /** Newest first. */
  readonly items: readonly NoticeView[];
  readonly hasOlder: boolean;
}

export interface TimelineView {
  readonly accountId: AccountId;
  readonly name: TimelineName;
  readonly state: 'loading' | 'ready' | 'failed';
  /** What went wrong and what to do, in the current language; null unless `failed`. */
  readonly error: string | null;
  /** Newest first. */
  readonly notes: readonly NoteView[];
  readonly hasOlder: boolean;
  /** Notes are missing after the note with this id (a gap too large to fill); null = none missing. */
  readonly gapAfter: string | null;
}

export type ViewName = 'notices' | 'timeline' | 'settings' | 'sign-in';

/** Where the reader is; kept by the main process so that the window can be destroyed at any moment. */
export interface Place {
  readonly view: ViewName;
  readonly accountId: AccountId | null;
  /** The first visible item of each list and how many pixels of it are scrolled out; null = at the top. */
  readonly anchors: {
    readonly notices: Anchor | null;
    readonly timeline: Anchor | null;
  };
}

export interface Anchor {
  readonly id: string;
  readonly offset: number;
}

export type SignInView =
  | { readonly phase: 'idle' }
  | { readonly phase: 'checking'; readonly server: string }
  | {
      readonly phase: 'waiting';
      readonly host: string;
      /** Opened in the browser; shown for copying where no browser came up. */
      readonly url: string;
      /** Milliseconds since the epoch at which waiting ends. */
      readonly expiresAt: number;
    }
  | { readonly phase: 'failed'; readonly server: string; readonly error: string }
  | { readonly phase: 'done'; readonly accountId: AccountId }
  | { readonly phase: 'signed-out'; readonly host: string; readonly revokeUrl: string };

/** How tokens are kept on this computer. */
export interface SecretsView {
  readonly storage: 'keyring' | 'weak' | 'session';
  /** True while the user has still to choose between weak storage and signing in at each start. */
  readonly consentNeeded: boolean;
}

/** One sentence for the user about something that needs attention, with what to do. */
export interface Banner {
  readonly id: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** One note or person shown alone in the window; see `Settings.clickOpens`. */
export type DetailView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'note'; readonly note: NoteView; readonly replyTo: NoteView | null }
  | { readonly kind: 'user'; readonly user: UserView };

export interface UserView {
  readonly accountId: AccountId;
  readonly person: PersonView;
  /** MFM source. */
  readonly description: string | null;
  readonly notesCount: number | null;
  readonly followersCount: number | null;
  readonly followingCount: number | null;
}

/** Everything the window shows, at one moment. */
export interface Snapshot {
  readonly locale: Locale;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  readonly settings: Settings;
  readonly accounts: readonly AccountView[];
  readonly notices: NoticesView;
  /** The timeline that is open; null when there is no account. */
  readonly timeline: TimelineView | null;
  readonly detail: DetailView | null;
  readonly pause: PauseView;
  readonly place: Place;
  readonly signIn: SignInView;
  readonly secrets: SecretsView;
  readonly banners: readonly Banner[];
}

/** Whether toasts are held back. `until`: milliseconds since the epoch; null = not paused. */
export interface PauseView {
  readonly until: number | null;
}

/** The parts of a snapshot that are replaced whole when they change. */
export type Slices = Omit<Snapshot, 'notices' | 'timeline' | 'platform' | 'version'>;

/** A change to the snapshot. Patches arrive in order and only after the snapshot was answered. */
export type Patch =
  | { readonly kind: 'slices'; readonly slices: Partial<Slices> }
  | { readonly kind: 'notices-reset'; readonly notices: NoticesView }
  | { readonly kind: 'notice-insert'; readonly notice: NoticeView }
  | { readonly kind: 'notice-update'; readonly notice: NoticeView }
  | { readonly kind: 'notices-older'; readonly notices: NoticesView }
  | { readonly kind: 'timeline-reset'; readonly timeline: TimelineView | null }
  | { readonly kind: 'timeline-insert'; readonly note: NoteView }
  | { readonly kind: 'timeline-update'; readonly note: NoteView }
  | { readonly kind: 'timeline-remove'; readonly noteId: string }
  | {
      readonly kind: 'timeline-older';
      readonly notes: readonly NoteView[];
      readonly hasOlder: boolean;
    };

export type PauseChoice = '30-minutes' | '1-hour' | 'until-tomorrow' | 'resume';

/** A failed call carries a sentence in the current language: what happened and what to do. */
export type CallResult = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** What the window may ask of the main process; each is answered once. */
export interface Calls {
  getSnapshot(): Snapshot;
  /** Progress comes in `signIn`. `server` is what the user typed. */
  startSignIn(server: string): void;
  cancelSignIn(): void;
  signInWithToken(server: string, token: string): CallResult;
  /** Opens the browser again on the page that is being waited for. */
  reopenSignInPage(): void;
  signOut(accountId: AccountId): void;
  startDemo(): CallResult;
  /** The answer to `SecretsView.consentNeeded`: true keeps tokens weakly, false for this session only. */
  chooseWeakStorage(allow: boolean): void;
  selectTimeline(accountId: AccountId, name: TimelineName): void;
  reloadTimeline(): void;
  loadOlderNotes(): CallResult;
  loadOlderNotices(): void;
  /** Opens the notice's target where `Settings.clickOpens` says. */
  openNotice(noticeId: string): void;
  openNote(accountId: AccountId, noteId: string): void;
  openUser(accountId: AccountId, handle: string): void;
  openHashtag(accountId: AccountId, tag: string): void;
  /** Only http and https; anything else is refused. */
  openLink(url: string): CallResult;
  openFile(accountId: AccountId, noteId: string, fileId: string): CallResult;
  closeDetail(): void;
  markAllRead(): CallResult;
  pause(choice: PauseChoice): void;
  changeSettings(changes: Partial<Settings>): CallResult;
  reportPlace(place: Place): void;
  dismissBanner(bannerId: string): void;
  hideWindow(): void;
}

/** What the preload exposes as `window.suzu`: named functions only. */
export type Bridge = {
  readonly [Name in keyof Calls]: (
    ...args: Parameters<Calls[Name]>
  ) => Promise<ReturnType<Calls[Name]>>;
} & {
  /** Calls back with each patch until the returned function is called. */
  readonly onPatch: (listener: (patch: Patch) => void) => () => void;
};
