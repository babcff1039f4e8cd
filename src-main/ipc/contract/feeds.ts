import type { FeedSecrets } from '../../engine/feeds/feed-secrets.ts';
import type { NoticeRule } from '../../engine/feeds/notices/notice-rule.ts';
import type { FeedConnection } from '../../engine/feeds/stored-feed.ts';
import type { StreamState } from './accounts.ts';
import type { CallAnswer, CallResult } from './basics.ts';

export type { FeedSecrets } from '../../engine/feeds/feed-secrets.ts';
export type { Comparison, Condition, NoticeRule } from '../../engine/feeds/notices/notice-rule.ts';
export type { FeedConnection, FeedSystem } from '../../engine/feeds/stored-feed.ts';

/** Names a feed; stands where an account's id stands in notices. */
export type FeedId = string;

/** A feed as the window shows it. No secret is ever in it. */
export interface FeedView {
  readonly id: FeedId;
  readonly name: string;
  readonly color: string;
  readonly on: boolean;
  /** The preset's name in the current language; null for a feed of one's own. */
  readonly preset: string | null;
  readonly connection: FeedConnection;
  /** Host with port. */
  readonly host: string;
  /** Which secrets it has; their values stay in the main process. */
  readonly has: {
    readonly headers: readonly string[];
    readonly username: string | null;
    readonly password: boolean;
    /** They are named here, and cannot be read: they are to be typed again. */
    readonly lost: boolean;
  };
  /** The user's own rule; null = as the preset says, or Suzu's plain one. */
  readonly rule: NoticeRule | null;
  /**
   * What to begin with who words it themselves: what Suzu's plain rule or the preset says, as far as a rule
   * of one's own can say it.
   */
  readonly startRule: NoticeRule;
  /** The types of notices that it makes as it is worded now: `event`, or Misskey's own where a preset says so. */
  readonly types: readonly string[];
  /** Null while it is off. */
  readonly state: StreamState | null;
  /** The state in words, with what to do. */
  readonly stateText: string;
  /** What to know about how it is reached (not encrypted, say), as a sentence; null = nothing. */
  readonly caution: string | null;
  readonly unread: number;
  readonly demo: boolean;
}

/** A preset that a feed can be made by, in the current language. */
export interface PresetView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly fields: readonly PresetFieldView[];
}

export interface PresetFieldView {
  readonly id: string;
  readonly kind: 'server' | 'text' | 'secret' | 'choice';
  readonly label: string;
  readonly hint: string;
  readonly initial: string;
  readonly optional: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of the last events of a feed. */
export interface FeedEventView {
  /** Counts up; tells events apart. */
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly name: string;
  /** Cut to 4,096 characters. */
  readonly text: string;
  /** Paths in it that a template can name, at most 60, with the start of what stands there. */
  readonly fields: readonly { readonly path: string; readonly value: string }[];
  /** What became of it. */
  readonly outcome: 'notice' | 'filtered' | 'wordless' | 'known' | 'retained';
}

/** The events of the feed that is looked at, newest first, at most 20. */
export interface FeedEventsView {
  readonly feedId: FeedId;
  readonly events: readonly FeedEventView[];
  /** Events since the feed is looked at, shown or not. */
  readonly count: number;
}

/** What a rule makes of an event. */
export type RulePreview =
  | {
      readonly kind: 'notice';
      /** Title and text as a toast has them. */
      readonly title: string;
      readonly body: string;
      readonly link: string;
      readonly icon: string;
      readonly key: string;
      readonly group: string;
      readonly urgency: 'low' | 'normal' | 'critical';
    }
  /** A condition is not met, by its place in `when`; of a preset's rules, of the last one's. */
  | { readonly kind: 'filtered'; readonly condition: number }
  /** Neither title nor body say anything. */
  | { readonly kind: 'wordless' }
  /** A template or a condition cannot be read. `problem`: a sentence. */
  | { readonly kind: 'unreadable'; readonly part: string; readonly problem: string };

/** What a rule makes of one of the last events. */
export interface EventPreview {
  /** `FeedEventView.n`: the events may be others by now than those that the window has. */
  readonly n: number;
  readonly preview: RulePreview;
}

/** An event that the reader made up, to try a rule on where none has come yet. */
export interface EventSample {
  readonly name: string;
  /** At most 16,384 characters. */
  readonly text: string;
}

/** A made-up event as one of the feed's would be shown, and what a rule makes of it. */
export interface SamplePreview {
  readonly fields: FeedEventView['fields'];
  readonly preview: RulePreview;
}

/** What a person says about a feed. */
export interface FeedDraft {
  readonly name: string;
  readonly connection: FeedConnection;
  /** Null = as the preset or Suzu says it; left out = as it is. */
  readonly rule?: NoticeRule | null;
  /** Left out = as they are. `null` for a header's value keeps the one that it has. */
  readonly secrets?: Omit<FeedSecrets, 'headers'> & {
    readonly headers: Readonly<Record<string, string | null>>;
    /** Keeps the password that there is. */
    readonly keepPassword: boolean;
  };
}

export interface FeedCalls {
  listPresets(): CallAnswer<readonly PresetView[]>;
  /** Makes a feed of what was typed into a preset's fields, by their ids. */
  addPresetFeed(presetId: string, values: Readonly<Record<string, string>>): CallAnswer<FeedId>;
  addFeed(draft: FeedDraft): CallAnswer<FeedId>;
  changeFeed(feedId: FeedId, draft: FeedDraft): CallResult;
  /** Forgets it with its secrets and its notices. */
  removeFeed(feedId: FeedId): void;
  moveFeed(feedId: FeedId, index: number): void;
  setFeedOn(feedId: FeedId, on: boolean): void;
  /** Tries again at once. */
  retryFeed(feedId: FeedId): void;
  /** The reader looks at a feed's events, which come in `feedEvents` from then on; null = at none. */
  watchFeed(feedId: FeedId | null): void;
  /** What a rule makes of the last events of the feed, newest first; null = the preset's, or Suzu's plain one. */
  previewRule(feedId: FeedId, rule: NoticeRule | null): CallAnswer<readonly EventPreview[]>;
  previewSample(feedId: FeedId, rule: NoticeRule, sample: EventSample): CallAnswer<SamplePreview>;
}
