import type { FeedEvent } from '../engine/feeds/feed-event.ts';
import type { StoredFeed } from '../engine/feeds/stored-feed.ts';
import type { ConnectionState } from '../engine/streaming/connection.ts';
import type { FeedEventView, FeedView, NoticeRule, RulePreview } from './contract.ts';

/** A feed with all that the window shows of it. */
export interface ShownFeed {
  readonly stored: StoredFeed;
  /** Null while it is off. */
  readonly state: ConnectionState | null;
  readonly secrets: {
    readonly headers: FeedView['has']['headers'];
    readonly username: string | null;
    readonly hasPassword: boolean;
  };
}

/** One of the last events of a feed. */
export interface ShownEvent {
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly event: FeedEvent;
  readonly outcome: FeedEventView['outcome'];
}

/** The feeds, as far as the window looks at them. */
export interface ShownFeeds {
  all(): readonly ShownFeed[];
  get(id: string): ShownFeed | undefined;
  seen(id: string): { readonly events: readonly ShownEvent[]; readonly count: number };
}

/** The feeds, as far as the window changes them. */
export interface ChangedFeeds extends ShownFeeds {
  preview(id: string, rule: NoticeRule): readonly RulePreview[];
  remove(id: string): Promise<void>;
  move(id: string, index: number): void;
  setOn(id: string, on: boolean): void;
  retry(id: string): void;
  watch(id: string | null): void;
}

/** A Suzu without feeds. */
export const noFeeds: ChangedFeeds = {
  all: () => [],
  get: () => undefined,
  seen: () => ({ events: [], count: 0 }),
  preview: () => [],
  remove: async () => {},
  move: () => {},
  setOn: () => {},
  retry: () => {},
  watch: () => {},
};
