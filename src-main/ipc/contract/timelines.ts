import type { AccountId, CallAnswer, CallResult } from './basics.ts';
import type { NoteView } from './notes.ts';

/** Timelines that every account has, as far as its server offers them; `bubble` is Sharkey's (PROTOCOL §8). */
export type PlainTimelineKind = 'home' | 'local' | 'social' | 'global' | 'bubble';
/** Timelines of something on the server that has an id. */
export type NamedTimelineKind = 'list' | 'antenna' | 'channel' | 'role';

/** A timeline with its parameters: what to ask of the server (PROTOCOL §3). */
export type TimelineSpec =
  | { readonly kind: PlainTimelineKind; readonly switches: TimelineSwitches }
  | { readonly kind: NamedTimelineKind; readonly id: string; readonly switches: TimelineSwitches }
  | {
      readonly kind: 'hashtag';
      /** Tags without `#`: a note shows when it has all the tags of one of these sets. */
      readonly anyOf: readonly (readonly string[])[];
      readonly switches: TimelineSwitches;
    };

/** The server's channel parameters; a kind ignores those that it does not have. */
export interface TimelineSwitches {
  readonly withRenotes: boolean;
  readonly withReplies: boolean;
  readonly withFiles: boolean;
}

/**
 * Names a timeline within its account: `home`, `list:9abc`, `hashtag:birds,cats+dogs`, with what differs
 * from the server's defaults behind a question mark (`local?withReplies`). Two with other parameters
 * have other keys.
 */
export type TimelineKey = string;

/** A timeline of an account. */
export interface TimelineRef {
  readonly accountId: AccountId;
  readonly key: TimelineKey;
}

/** A timeline in the account's list of timelines. */
export interface PinnedTimeline {
  readonly key: TimelineKey;
  readonly spec: TimelineSpec;
  /** The list's, antenna's, channel's or role's name as the server says; null for the other kinds. */
  readonly name: string | null;
  /** The switches that this kind has. */
  readonly switches: readonly (keyof TimelineSwitches)[];
}

/** What can be pinned, as the server says. */
export interface TimelineCatalogue {
  readonly plain: readonly PlainTimelineKind[];
  readonly lists: CataloguePart;
  readonly antennas: CataloguePart;
  readonly channels: CataloguePart;
  readonly roles: CataloguePart;
}

/** `problem`: why there is nothing to choose from, and what to do; null when the server answered. */
export interface CataloguePart {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly problem: string | null;
}

export interface TimelineView extends TimelineRef {
  readonly spec: TimelineSpec;
  readonly name: string | null;
  readonly state: 'loading' | 'ready' | 'failed';
  /** What went wrong and what to do, in the current language; null unless `failed`. */
  readonly error: string | null;
  /**
   * Why new notes do not come by themselves (the server refused the channel, or the account is in
   * low-presence mode), in the current language; null while they do.
   */
  readonly notLive: string | null;
  /** Newest first. */
  readonly notes: readonly NoteView[];
  readonly hasOlder: boolean;
  /** Notes are missing after the note with this id (a gap too large to fill); null = none missing. */
  readonly gapAfter: string | null;
  /** Newer notes came than there is room for while the reader is further down; they come once the reader is back. */
  readonly behind: boolean;
}

export interface TimelineCalls {
  /** Makes it the account's chosen timeline. */
  selectTimeline(accountId: AccountId, key: TimelineKey): void;
  /** The timelines in view, all of them each time: these are connected, all others disconnected. */
  watchTimelines(timelines: readonly TimelineRef[]): void;
  /** The notes in view, inner renotes included, all of them each time: these are captured, all others not. */
  watchNotes(
    notes: readonly { readonly accountId: AccountId; readonly noteIds: readonly string[] }[],
  ): void;
  reloadTimeline(timeline: TimelineRef): void;
  loadOlderNotes(timeline: TimelineRef): CallResult;
  /** Asks the server what there is to pin. */
  listTimelines(accountId: AccountId): CallAnswer<TimelineCatalogue>;
  /** Adds a timeline to the account's list, at its end. Answers its key; one that is there already stays. */
  pinTimeline(accountId: AccountId, spec: TimelineSpec): CallAnswer<TimelineKey>;
  /** Changes the switches of a pinned timeline. Answers its new key. */
  switchTimeline(
    accountId: AccountId,
    key: TimelineKey,
    switches: TimelineSwitches,
  ): CallAnswer<TimelineKey>;
  /** The last one of an account cannot be taken away. */
  unpinTimeline(accountId: AccountId, key: TimelineKey): CallResult;
  /** Moves a pinned timeline to another place in the account's list, counted from 0. */
  moveTimeline(accountId: AccountId, key: TimelineKey, index: number): void;
}
