import type { AccountCalls, AccountView, SecretsView, SignInView } from './accounts.ts';
import type { AnswerCalls, DraftPurpose } from './answers.ts';
import type { AccountId, CallResult, Locale, Settings } from './basics.ts';
import type { DesktopCalls, DesktopView } from './desktop.ts';
import type { DiagnosticsCalls, DiagnosticsView } from './diagnostics.ts';
import type { FeedCalls, FeedEventsView, FeedId, FeedView } from './feeds.ts';
import type { HistoryCalls } from './history.ts';
import type { NetworkCalls, NetworkView } from './network.ts';
import type { DetailView, NoteView, OpenCalls } from './notes.ts';
import type { NoticeCalls, NoticesView, NoticeView, PauseView } from './notices.ts';
import type { SoundCalls } from './sounds.ts';
import type { TimelineCalls, TimelineRef, TimelineView } from './timelines.ts';
import type { UpdateCalls, UpdateView } from './updates.ts';

export type ViewName = 'notices' | 'timeline' | 'settings' | 'sign-in';

/** The pages of the settings. */
export type SettingsPageId =
  | 'accounts'
  | 'feeds'
  | 'notifications'
  | 'privacy'
  | 'timelines'
  | 'appearance'
  | 'start-up'
  | 'shortcuts'
  | 'network'
  | 'history'
  | 'diagnostics'
  | 'about';

/** Where the reader is; kept by the main process so that the window can be destroyed at any moment. */
export interface Place {
  readonly view: ViewName;
  readonly accountId: AccountId | null;
  /** The open page of the settings; null while their list is open. */
  readonly settingsPage: SettingsPageId | null;
  /** The feed that is open on the page of the feeds; null while their list is. It may be gone. */
  readonly feedId: FeedId | null;
  /** Timelines that stand beside the chosen one where the window is wide enough, from left to right. */
  readonly columns: readonly TimelineRef[];
  /** The first visible item of each list and how many pixels of it are scrolled out; none = at the top. */
  readonly anchors: {
    readonly notices: Anchor | null;
    readonly timelines: readonly (TimelineRef & { readonly anchor: Anchor })[];
  };
}

/** Where the main process brings the reader; what is not named stays as it is. */
export type Destination = Partial<Pick<Place, 'view' | 'accountId' | 'settingsPage' | 'feedId'>>;

export interface Anchor {
  readonly id: string;
  readonly offset: number;
}

/** One sentence for the user about something that needs attention, with what to do. */
export interface Banner {
  readonly id: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  /** Where in the settings something can be done about it. */
  readonly settingsPage?: SettingsPageId;
}

/**
 * The note that is being written. The main process keeps what it is about, so that a toast can open
 * the composer and a window that is made again shows it; the text stays in the window until it is posted.
 */
export interface ComposeView {
  readonly accountId: AccountId;
  readonly purpose: DraftPurpose;
}

/** Everything the window shows, at one moment. */
export interface Snapshot {
  readonly locale: Locale;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  /** Suzu runs without its settings and without graphics acceleration. */
  readonly safeMode: boolean;
  readonly settings: Settings;
  readonly accounts: readonly AccountView[];
  readonly feeds: readonly FeedView[];
  /** Null while the reader looks at none. */
  readonly feedEvents: FeedEventsView | null;
  readonly notices: NoticesView;
  /** The timelines that are connected, in no order: those in view, see `watchTimelines`. */
  readonly timelines: readonly TimelineView[];
  readonly detail: DetailView | null;
  /** Null while the composer is closed. */
  readonly compose: ComposeView | null;
  readonly pause: PauseView;
  readonly place: Place;
  readonly signIn: SignInView;
  readonly secrets: SecretsView;
  readonly desktop: DesktopView;
  readonly update: UpdateView;
  readonly banners: readonly Banner[];
  readonly network: NetworkView;
  /** Null before anybody asked for diagnostics. */
  readonly diagnostics: DiagnosticsView | null;
}

/** The parts of a snapshot that are replaced whole when they change. */
export type Slices = Omit<
  Snapshot,
  'notices' | 'timelines' | 'place' | 'platform' | 'version' | 'safeMode'
>;

/** A change to the snapshot. Patches arrive in order and only after the snapshot was answered. */
export type Patch =
  | { readonly kind: 'slices'; readonly slices: Partial<Slices> }
  /** Brings the reader somewhere, once. */
  | { readonly kind: 'go'; readonly to: Destination }
  | { readonly kind: 'notices-reset'; readonly notices: NoticesView }
  /** `replaces`: the id of the notice that this one takes the place of, as the newest of its group. */
  | {
      readonly kind: 'notice-insert';
      readonly notice: NoticeView;
      readonly replaces: string | null;
    }
  | { readonly kind: 'notice-update'; readonly notice: NoticeView }
  | { readonly kind: 'notices-older'; readonly notices: NoticesView }
  /** Adds a timeline, or replaces the one that is there. */
  | { readonly kind: 'timeline-reset'; readonly timeline: TimelineView }
  | { readonly kind: 'timeline-close'; readonly timeline: TimelineRef }
  | {
      readonly kind: 'timeline-insert';
      readonly timeline: TimelineRef;
      readonly note: NoteView;
      /** Only so many notes are left then, the newest ones. */
      readonly most: number;
    }
  /** See `TimelineView.behind`. */
  | { readonly kind: 'timeline-behind'; readonly timeline: TimelineRef }
  | {
      readonly kind: 'timeline-older';
      readonly timeline: TimelineRef;
      readonly notes: readonly NoteView[];
      readonly hasOlder: boolean;
    }
  /** A note changed, wherever it stands: in timelines, inside a renote, alone. */
  | { readonly kind: 'note-update'; readonly note: NoteView }
  /** A note is gone, wherever it stands. */
  | { readonly kind: 'note-remove'; readonly accountId: AccountId; readonly noteId: string };

/** What the window asks about itself. */
export interface WindowCalls {
  getSnapshot(): Snapshot;
  changeSettings(changes: Partial<Settings>): CallResult;
  reportPlace(place: Place): void;
  dismissBanner(bannerId: string): void;
  /** Opens the composer, in place of one that is open. */
  compose(accountId: AccountId, purpose: DraftPurpose): void;
  /** The note was posted, or given up. */
  closeComposer(): void;
  hideWindow(): void;
}

/** What the window may ask of the main process; each is answered once. */
export interface Calls
  extends WindowCalls,
    AccountCalls,
    FeedCalls,
    NoticeCalls,
    HistoryCalls,
    TimelineCalls,
    AnswerCalls,
    DesktopCalls,
    SoundCalls,
    NetworkCalls,
    UpdateCalls,
    OpenCalls,
    DiagnosticsCalls {}

/** What the preload exposes as `window.suzu`: named functions only. */
export type Bridge = {
  readonly [Name in keyof Calls]: (
    ...args: Parameters<Calls[Name]>
  ) => Promise<ReturnType<Calls[Name]>>;
} & {
  /** Calls back with the patches as they come, in order, until the returned function is called. */
  readonly onPatches: (listener: (patches: readonly Patch[]) => void) => () => void;
};
