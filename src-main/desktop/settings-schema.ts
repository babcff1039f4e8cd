import * as v from 'valibot';
import {
  type PortableFeed,
  type StoredFeed,
  storedFeedSchema,
} from '../engine/feeds/stored-feed.ts';
import { parseServerName } from '../engine/misskey/api/server-name.ts';
import {
  type EmojiChoices,
  keptChoices,
  startingChoices,
} from '../engine/misskey/notes/emoji-choices.ts';
import type { StoredAccount } from '../engine/misskey/stored-account.ts';
import { addPin, type Pins, startingPins } from '../engine/misskey/timelines/pins.ts';
import { defaultSwitches } from '../engine/misskey/timelines/timelines.ts';
import { repairedSettings } from '../engine/settings/repair.ts';
import type { Settings } from '../engine/settings/settings.ts';

/** What Suzu keeps between runs, but for tokens and notices. */
export interface Profile {
  readonly settings: Settings;
  readonly accounts: readonly StoredAccount[];
  readonly feeds: readonly StoredFeed[];
  /** Device-independent pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** Toasts are held until then (milliseconds since the epoch); null = not paused. */
  readonly pausedUntil: number | null;
}

const defaultWindow = { width: 400, height: 640 };

const textOrNull = v.fallback(v.nullable(v.string()), null);

/** An origin as signing in writes it; one that was tampered with (http, say) would get the token. */
const origin = v.pipe(
  v.string(),
  v.check((text) => parseServerName(text)?.origin === text),
);

const switchesSchema = v.fallback(
  v.object({
    withRenotes: v.fallback(v.boolean(), defaultSwitches.withRenotes),
    withReplies: v.fallback(v.boolean(), defaultSwitches.withReplies),
    withFiles: v.fallback(v.boolean(), defaultSwitches.withFiles),
  }),
  defaultSwitches,
);
const filled = v.pipe(v.string(), v.nonEmpty());

const pinSchema = v.object({
  spec: v.variant('kind', [
    v.object({
      kind: v.picklist(['home', 'local', 'social', 'global', 'bubble']),
      switches: switchesSchema,
    }),
    v.object({
      kind: v.picklist(['list', 'antenna', 'channel', 'role']),
      id: filled,
      switches: switchesSchema,
    }),
    v.object({
      kind: v.literal('hashtag'),
      anyOf: v.array(v.array(filled)),
      switches: switchesSchema,
    }),
  ]),
  name: textOrNull,
});

/** Timelines that can be read, each once. Without any (an older Suzu kept none) those of a new account. */
const pinsSchema = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((entries): Pins => {
    const pins = entries.reduce<Pins>((before, entry) => {
      const parsed = v.safeParse(pinSchema, entry);
      return (parsed.success ? addPin(before, parsed.output)?.pins : null) ?? before;
    }, []);
    return pins.length === 0 ? startingPins : pins;
  }),
);

const firstEmojis = { recent: [], pinned: [...startingChoices.pinned] };

/** Emojis of the picker; an older Suzu kept none. */
const emojisSchema = v.pipe(
  v.fallback(
    v.object({
      recent: v.fallback(v.array(filled), firstEmojis.recent),
      pinned: v.fallback(v.array(filled), firstEmojis.pinned),
    }),
    firstEmojis,
  ),
  v.transform((kept): EmojiChoices => keptChoices(kept)),
);

/** A loose object: what a newer Suzu wrote beside these fields stays when the account is written again. */
const accountSchema = v.looseObject({
  id: filled,
  origin,
  userId: textOrNull,
  username: textOrNull,
  name: textOrNull,
  avatarUrl: textOrNull,
  color: v.fallback(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)), '#808080'),
  timelines: v.optional(pinsSchema, []),
  // A key; an older Suzu's names of timelines are keys too.
  timeline: v.fallback(filled, 'home'),
  emojis: v.optional(emojisSchema, firstEmojis),
  addedBy: v.fallback(v.picklist(['miauth', 'token', 'command-line', 'guest']), 'token'),
  presence: v.fallback(v.picklist(['stream', 'polling']), 'stream'),
  // Until a server says otherwise: an older Suzu did not ask for more than to read.
  canAnswer: v.fallback(v.optional(v.boolean(), true), true),
});

/** How an account is looked at, apart from whose it is. */
const tasteSchema = v.pick(accountSchema, [
  ...(['id', 'color', 'timelines', 'timeline', 'emojis', 'presence'] as const),
]);
export type AccountTaste = v.InferOutput<typeof tasteSchema>;

/** How accounts are looked at; what is wrong about one falls back. Null when this is no list of them. */
export function parseAccountTastes(value: unknown): readonly AccountTaste[] | null {
  const parsed = v.safeParse(v.pipe(v.array(tasteSchema), v.maxLength(1_000)), value);
  return parsed.success ? parsed.output : null;
}

/** What of a feed goes from one Suzu to another: never a secret, nor what only this one knows. */
const portableFeedSchema = v.pick(storedFeedSchema, [
  ...(['id', 'name', 'color', 'on', 'connection', 'has', 'preset', 'rule'] as const),
]);

const portableFeedsSchema = v.pipe(v.array(portableFeedSchema), v.maxLength(1_000));

/** Feeds out of another Suzu, or the path of what is wrong in them (`0.connection.url`; empty = all of it). */
export function parsePortableFeeds(
  value: unknown,
): { readonly feeds: readonly PortableFeed[] } | { readonly wrong: string } {
  const parsed = v.safeParse(portableFeedsSchema, value);
  return parsed.success
    ? { feeds: parsed.output }
    : { wrong: v.getDotPath(parsed.issues[0]) ?? '' };
}

/** Milliseconds since the epoch that are a date; others have no name in any language. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

const pixels = v.pipe(v.number(), v.finite(), v.minValue(100), v.maxValue(10_000));

/** Entries that can be read; one that is broken does not take the others with it. */
function readable<Entry>(schema: v.GenericSchema<unknown, Entry>) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((entries) =>
      entries.flatMap((entry): Entry[] => {
        const parsed = v.safeParse(schema, entry);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );
}

/** Lists of which each entry is read by itself. */
const entrySchemas = { accounts: accountSchema, feeds: storedFeedSchema };
export type EntryList = keyof typeof entrySchemas;

/** The entries of a list in a file's content that cannot be read, as they stand there. */
export function unreadEntries(
  content: Readonly<Record<string, unknown>>,
  list: EntryList,
): unknown[] {
  const entries = content[list];
  return Array.isArray(entries)
    ? entries.filter((entry) => !v.safeParse(entrySchemas[list], entry).success)
    : [];
}

const profileSchema = v.object({
  settings: v.pipe(v.optional(v.unknown(), {}), v.transform(repairedSettings)),
  accounts: v.fallback(readable<StoredAccount>(accountSchema), []),
  feeds: v.fallback(readable<StoredFeed>(storedFeedSchema), []),
  window: v.fallback(v.looseObject({ width: pixels, height: pixels }), defaultWindow),
  pausedUntil: v.fallback(v.nullable(moment), null),
});

/**
 * Reads what the file holds. A field of the wrong kind falls back to its default alone; whatever is
 * unknown (a newer Suzu wrote it) is left to the file. Never throws.
 */
export function parseProfile(content: unknown): Profile {
  const parsed = v.safeParse(profileSchema, content);
  return parsed.success ? parsed.output : v.parse(profileSchema, {});
}

/** The version that a file says it has; null when it says none. */
export function versionOf(content: unknown): number | null {
  const parsed = v.safeParse(v.object({ version: v.pipe(v.number(), v.safeInteger()) }), content);
  return parsed.success ? parsed.output.version : null;
}
