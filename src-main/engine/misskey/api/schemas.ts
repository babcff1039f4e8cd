import * as v from 'valibot';

/**
 * The server's answers and frames, as far as Suzu reads them. Unknown fields pass unread and a broken
 * optional field counts as absent, because forks add and change things; only what nothing could be
 * built without is required. Shapes: Misskey 2026.3.2, packages/misskey-js.
 */

/** Null for what is absent or broken. */
export const orNull = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.nullish(schema, null), null);

export const flag = v.fallback(v.optional(v.boolean(), false), false);
export const flagOrNull = v.fallback(v.nullish(v.boolean(), null), null);
const count = v.fallback(v.optional(v.number(), 0), 0);
export const textOrNull = v.fallback(v.nullish(v.string(), null), null);
export const numberOrNull = v.fallback(v.nullish(v.number(), null), null);

/** A list whose broken entries are dropped one by one, so that one does not take the others with it. */
export function listOf<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((entries) => readable(entries, schema)),
  );
}

function readable<Schema extends v.GenericSchema>(entries: readonly unknown[], schema: Schema) {
  return entries.flatMap((entry): v.InferOutput<Schema>[] => {
    const parsed = v.safeParse(schema, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

/** An ISO 8601 date as milliseconds since the epoch. */
export const date = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);
const dateOrNull = v.fallback(v.nullish(date, null), null);

/**
 * Emoji pictures by name. Current servers send a map, and only of remote emojis (PROTOCOL §0.11);
 * servers of the v12 era send a list.
 */
const emojiUrls = v.fallback(
  v.optional(
    v.union([
      v.record(v.string(), v.string()),
      v.pipe(
        v.array(v.object({ name: v.string(), url: v.string() })),
        v.transform((list) => Object.fromEntries(list.map(({ name, url }) => [name, url]))),
      ),
    ]),
    {},
  ),
  {},
);

export const userSchema = v.object({
  id: v.string(),
  username: v.string(),
  name: textOrNull,
  host: textOrNull,
  avatarUrl: textOrNull,
  isBot: flag,
  isCat: flag,
  emojis: emojiUrls,
});
/** A person, as packed into notes and notifications (UserLite). */
export type User = v.InferOutput<typeof userSchema>;

export const fileSchema = v.object({
  id: v.string(),
  name: v.fallback(v.optional(v.string(), ''), ''),
  type: v.fallback(v.optional(v.string(), ''), ''),
  url: textOrNull,
  thumbnailUrl: textOrNull,
  isSensitive: flag,
  comment: textOrNull,
  size: numberOrNull,
  properties: v.fallback(
    v.optional(v.object({ width: numberOrNull, height: numberOrNull }), {
      width: null,
      height: null,
    }),
    { width: null, height: null },
  ),
});
export type File = v.InferOutput<typeof fileSchema>;

const pollSchema = v.object({
  multiple: flag,
  expiresAt: dateOrNull,
  choices: v.array(v.object({ text: v.string(), votes: count, isVoted: flag })),
});

const visibilities = ['public', 'home', 'followers', 'specified'] as const;

const textList = v.fallback(v.optional(listOf(v.string()), []), []);

/** Which reactions the author takes (PROTOCOL §6); what a fork adds counts as any. */
const reactionAcceptances = [
  'likeOnly',
  'likeOnlyForRemote',
  'nonSensitiveOnly',
  'nonSensitiveOnlyForLocalLikeOnlyForRemote',
] as const;

const noteEntries = {
  id: v.string(),
  createdAt: date,
  user: userSchema,
  text: textOrNull,
  cw: textOrNull,
  // A visibility that a fork invented is treated as the most private one that can be shown.
  visibility: v.fallback(v.picklist(visibilities), 'specified'),
  localOnly: flag,
  /** Who may read it besides its author, where the visibility is `specified`. */
  visibleUserIds: textList,
  /** Ids of those whom it names. */
  mentions: textList,
  /** Hashtags without `#`, as the server compares them. */
  tags: textList,
  isHidden: flag,
  files: v.fallback(v.optional(listOf(fileSchema), []), []),
  poll: orNull(pollSchema),
  reactions: v.fallback(v.optional(v.record(v.string(), v.number()), {}), {}),
  reactionEmojis: emojiUrls,
  reactionAcceptance: orNull(v.picklist(reactionAcceptances)),
  myReaction: textOrNull,
  emojis: emojiUrls,
  renoteCount: count,
  repliesCount: count,
  replyId: textOrNull,
  renoteId: textOrNull,
  channelId: textOrNull,
  channel: orNull(v.object({ name: v.string() })),
};

/** A note. `reply` and `renote` are nested as far as the server packs them, at most two levels. */
export type Note = v.InferOutput<v.ObjectSchema<typeof noteEntries, undefined>> & {
  readonly reply: Note | null;
  readonly renote: Note | null;
};

// Written out level by level rather than recursively, so that hostile nesting costs nothing.
const leafNoteSchema = v.pipe(
  v.object(noteEntries),
  v.transform((note): Note => ({ ...note, reply: null, renote: null })),
);
const innerNoteSchema = v.object({
  ...noteEntries,
  reply: orNull(leafNoteSchema),
  renote: orNull(leafNoteSchema),
});
export const noteSchema: v.GenericSchema<unknown, Note> = v.object({
  ...noteEntries,
  reply: orNull(innerNoteSchema),
  renote: orNull(innerNoteSchema),
});

export const notificationSchema = v.object({
  id: v.string(),
  createdAt: date,
  type: v.string(),
  user: orNull(userSchema),
  note: orNull(noteSchema),
  reaction: textOrNull,
  message: textOrNull,
  role: orNull(v.object({ name: v.string() })),
  invitation: orNull(
    v.object({
      room: orNull(v.object({ name: v.string() })),
      // Of a group, on servers of the v12 era and their heirs (PROTOCOL §8).
      group: orNull(v.object({ name: v.string() })),
      user: orNull(userSchema),
    }),
  ),
  // Several at once, as `i/notifications-grouped` tells them: newest first.
  reactions: v.fallback(
    v.optional(listOf(v.object({ user: userSchema, reaction: v.string() })), []),
    [],
  ),
  users: v.fallback(v.optional(listOf(userSchema), []), []),
  achievement: textOrNull,
  exportedEntity: textOrNull,
  header: textOrNull,
  body: textOrNull,
  icon: textOrNull,
});
/** A notification of any type (PROTOCOL §4); what a type does not carry is null. */
export type Notification = v.InferOutput<typeof notificationSchema>;

/**
 * A page of a list. `lastId` is the last entry's even when that one was broken and dropped: paging goes
 * on from it. `length` counts those, too.
 */
export function pageOf<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((entries) => ({
      items: readable(entries, schema),
      lastId: idOf(entries.at(-1)),
      length: entries.length,
    })),
  );
}

function idOf(entry: unknown): string | null {
  return typeof entry === 'object' &&
    entry !== null &&
    'id' in entry &&
    typeof entry.id === 'string'
    ? entry.id
    : null;
}

/** Every frame of the stream; `body` is checked by whoever the type belongs to. */
export const frameSchema = v.object({ type: v.string(), body: v.optional(v.unknown()) });

export const channelFrameSchema = v.object({
  id: v.string(),
  type: v.string(),
  body: v.optional(v.unknown()),
});

export const connectedFrameSchema = v.object({ id: v.string() });

const policiesSchema = v.object({
  ltlAvailable: v.fallback(v.optional(v.boolean(), true), true),
  gtlAvailable: v.fallback(v.optional(v.boolean(), true), true),
  /** Sharkey's bubble timeline (PROTOCOL §8): other servers do not have it. */
  btlAvailable: v.fallback(v.optional(v.boolean(), false), false),
});
/** What the server's roles allow, as far as it matters here. */
export type Policies = v.InferOutput<typeof policiesSchema>;
/** What is assumed of a server that has not said it yet. */
export const usualPolicies = v.parse(policiesSchema, {});

/** The account itself, as `i` answers it. */
export const meSchema = v.object({
  ...userSchema.entries,
  policies: v.fallback(v.optional(policiesSchema, {}), usualPolicies),
  /** The roles that the user has and that the server shows. */
  roles: v.fallback(v.optional(listOf(v.object({ id: v.string(), name: v.string() })), []), []),
  unreadNotificationsCount: numberOrNull,
});
export type Me = v.InferOutput<typeof meSchema>;

/** What only a Misskey server answers on `meta`. */
export const metaSchema = v.object({
  version: v.string(),
  uri: v.string(),
  name: textOrNull,
  features: orNull(v.object({ miauth: v.fallback(v.optional(v.boolean(), true), true) })),
});

/** What a server allows those who are not signed in, as `meta` says. */
export const guestSchema = v.object({
  policies: v.fallback(v.optional(policiesSchema, {}), usualPolicies),
});

/** How long a note may be; servers of all ages say it on `meta`. */
export const noteLimitSchema = v.object({
  maxNoteTextLength: v.fallback(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 3000),
    3000,
  ),
});

/** A person with what the profile adds (UserDetailed). */
export const userDetailSchema = v.object({
  ...userSchema.entries,
  description: textOrNull,
  notesCount: numberOrNull,
  followersCount: numberOrNull,
  followingCount: numberOrNull,
  isLocked: flag,
  // How the two stand to each other; absent on oneself, and without an account.
  isFollowing: flagOrNull,
  isFollowed: flag,
  hasPendingFollowRequestFromYou: flag,
  hasPendingFollowRequestToYou: flag,
  isMuted: flag,
  notify: textOrNull,
});
export type UserDetail = v.InferOutput<typeof userDetailSchema>;

/** The answer to a MiAuth check; the token is given once (PROTOCOL §0.19). */
export const miauthCheckSchema = v.union([
  v.object({ ok: v.literal(true), token: v.pipe(v.string(), v.nonEmpty()), user: userSchema }),
  v.object({ ok: v.literal(false) }),
]);
