import type { Locale } from '../messages/index.ts';
import type { FeedSecrets } from './feed-secrets.ts';
import type { NoticeRule, PresetRule } from './notices/notice-rule.ts';
import type { FeedConnection } from './stored-feed.ts';

/** What a person types to make a feed by a preset. */
export interface PresetField {
  readonly id: string;
  /** `server`: see `presetServer`; `secret`: goes to the token store and is never shown again. */
  readonly kind: 'server' | 'text' | 'secret' | 'choice';
  /** What stands there at first. */
  readonly initial: string;
  readonly optional: boolean;
  /** Of a `choice`. */
  readonly options?: readonly string[];
}

/** The words of a preset in one language. */
export interface PresetWords {
  readonly name: string;
  /** What it rings for, in one sentence. */
  readonly about: string;
  /** By the field's id. */
  readonly fields: Readonly<Record<string, { readonly label: string; readonly hint: string }>>;
  /** By the option's id, over all choices. */
  readonly options: Readonly<Record<string, string>>;
}

/** A feed that a person picks by name. One file in `presets/` is all there is to one. */
export interface FeedPreset {
  /** As the file is called; kept with the feeds that it made. */
  readonly id: string;
  /** Where it stands in the list, the smallest first. */
  readonly place: number;
  readonly fields: readonly PresetField[];
  readonly words: Readonly<Record<Locale, PresetWords>>;
  /**
   * Makes a feed of what was typed, by the fields' ids, or names the field that is wrong.
   * @param unique a few letters that no other program has: for an id that the server knows Suzu by.
   */
  readonly make: (
    values: Readonly<Record<string, string>>,
    unique: string,
  ) => PresetFeed | { readonly wrong: string };
  /** How its events become notices: the first rule that fits counts. */
  readonly rules: (connection: FeedConnection) => readonly PresetRule[];
  /** How what was missed is asked for, where the stream itself cannot tell it. */
  readonly catchUp?: (connection: FeedConnection) => CatchUp;
}

/** What a preset makes. */
export interface PresetFeed {
  /** A name to begin with. */
  readonly name: string;
  readonly connection: FeedConnection;
  readonly secrets: FeedSecrets;
  /** Where what was typed decides what rings: the feed's own rule from the start, in place of the preset's. */
  readonly rule?: NoticeRule;
}

/** A list on the server, newest first, of what a stream does not repeat. */
export interface CatchUp {
  /** `https:` (or what the feed itself uses); gets the feed's headers. */
  readonly url: string;
  /** Is put into the address with the newest known event's mark. */
  readonly parameter: string;
  /** A template of an event's mark, the same for what the stream and the list bring. */
  readonly mark: string;
  /** The event that an entry of the list would have been on the stream. */
  readonly event: (entry: unknown) => { readonly name: string; readonly data: unknown };
}
