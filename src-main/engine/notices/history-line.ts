import * as v from 'valibot';
import { parsedJson } from '../parsed-json.ts';
import type { Erasure, HistoryEntry } from './history-entry.ts';
import { type AsideKind, asideKinds } from './history-memory.ts';
import { type Notice, nuances, pages, urgencies } from './notice.ts';
import { type NoticeAction, noticeActions } from './notice-actions.ts';
import { type Decision, decisionKinds, decisionReasons } from './rules.ts';

/** One line of the history's file. */
export type HistoryLine =
  /**
   * `contiguous`: nothing before this notice is missing, so it is also the cursor. `group`: the id of the
   * notice that its group began with; null for one that began a group or stands alone.
   */
  | {
      readonly k: 'notice';
      readonly notice: Notice;
      readonly decision: Decision;
      readonly contiguous: boolean;
      readonly group: string | null;
    }
  /** What became of a notice changed (the desktop did not show it, a digest took it). */
  | { readonly k: 'decision'; readonly id: string; readonly decision: Decision }
  /** Known without having been told: what was there before Suzu came. */
  | { readonly k: 'known'; readonly accountId: string; readonly ids: readonly string[] }
  /** What was there of something beside the notifications is known from here on. */
  | { readonly k: 'baseline'; readonly accountId: string; readonly of: AsideKind }
  /** Everything up to this id has been seen; null for an account that had nothing yet. */
  | { readonly k: 'cursor'; readonly accountId: string; readonly id: string | null }
  /** Read: one notice, or all of an account up to now. */
  | { readonly k: 'read'; readonly accountId: string; readonly id: string | null }
  /** Read: these of an account. */
  | { readonly k: 'reads'; readonly accountId: string; readonly ids: readonly string[] }
  /** What the reader did about it. */
  | { readonly k: 'answered'; readonly id: string; readonly answer: NoticeAction }
  /** Held ones that were told since. */
  | { readonly k: 'released'; readonly ids: readonly string[] }
  /** Taken back by the server; still known, so that they do not ring again. */
  | { readonly k: 'remove'; readonly accountId: string; readonly ids: readonly string[] }
  /** These are in the archive's segment of this number, and so are no longer here. */
  | { readonly k: 'archived'; readonly segment: number; readonly ids: readonly string[] }
  /**
   * Erased by the user, or too old; still known. What is in the archive's segments up to `upTo` is to be
   * erased there too, until a line `purged` of the same number tells that it was.
   */
  | {
      readonly k: 'erase';
      readonly n: number;
      readonly what: Erasure;
      readonly upTo: number;
    }
  | { readonly k: 'purged'; readonly n: number }
  | { readonly k: 'forget'; readonly accountId: string };

/** A line that a newer Suzu wrote: it is kept as it is; only these fields of it are understood. */
export interface ForeignLine {
  readonly text: string;
  readonly accountId: string | null;
  /** Of a notice. */
  readonly sourceId: string | null;
  /** Of a notice, milliseconds since the epoch. */
  readonly createdAt: number | null;
}

// Loose objects: what a newer Suzu wrote inside a notice stays when it is written again.

/** Fields that the lines of an earlier Suzu lack. */
const since = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, null);
const noticeSchema = v.looseObject({
  id: v.string(),
  accountId: v.string(),
  sourceId: v.string(),
  type: v.string(),
  createdAt: v.number(),
  person: v.nullable(
    v.looseObject({
      userId: v.string(),
      username: v.string(),
      host: v.nullable(v.string()),
      name: v.string(),
      avatarUrl: v.nullable(v.string()),
      emojis: v.record(v.string(), v.string()),
      isBot: v.boolean(),
      isCat: v.boolean(),
    }),
  ),
  reaction: v.nullable(v.looseObject({ code: v.string(), url: v.nullable(v.string()) })),
  note: v.nullable(
    v.looseObject({
      id: v.string(),
      text: v.string(),
      cw: v.nullable(v.string()),
      hidden: v.boolean(),
      direct: v.boolean(),
      files: v.number(),
      poll: v.boolean(),
    }),
  ),
  detail: v.nullable(v.string()),
  heading: v.nullable(v.string()),
  others: v.optional(v.number(), 0),
  nuance: since(v.picklist(nuances)),
  iconUrl: v.nullable(v.string()),
  target: v.variant('kind', [
    v.looseObject({ kind: v.literal('note'), noteId: v.string() }),
    v.looseObject({
      kind: v.literal('user'),
      username: v.string(),
      host: v.nullable(v.string()),
    }),
    v.looseObject({ kind: v.literal('chat'), with: v.picklist(['user', 'room']), id: v.string() }),
    v.looseObject({ kind: v.literal('page'), page: v.picklist(pages) }),
    v.looseObject({ kind: v.literal('link'), url: v.string() }),
    v.looseObject({ kind: v.literal('list') }),
  ]),
  feed: v.exactOptional(
    v.looseObject({ urgency: v.picklist(urgencies), group: v.nullable(v.string()) }),
  ),
}) satisfies v.GenericSchema<unknown, Notice>;
const decisionSchema = v.object({
  decision: v.picklist(decisionKinds),
  reason: v.picklist(decisionReasons),
});
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ids = v.array(v.string());
/** What cannot be understood must not erase more than it says. */
const erasureSchema = v.strictObject({
  accountId: v.optional(v.string()),
  before: v.optional(v.number()),
  noticeIds: v.optional(ids),
});

/** Each line is whole in itself; a broken one is skipped and the rest stands. */
const lineSchema = v.variant('k', [
  v.object({
    k: v.literal('notice'),
    notice: noticeSchema,
    decision: decisionSchema,
    contiguous: v.boolean(),
    group: since(v.string()),
  }),
  v.object({ k: v.literal('decision'), id: v.string(), decision: decisionSchema }),
  v.object({ k: v.literal('known'), accountId: v.string(), ids }),
  v.object({ k: v.literal('baseline'), accountId: v.string(), of: v.picklist(asideKinds) }),
  v.object({ k: v.literal('cursor'), accountId: v.string(), id: v.nullable(v.string()) }),
  v.object({ k: v.literal('read'), accountId: v.string(), id: v.nullable(v.string()) }),
  v.object({ k: v.literal('reads'), accountId: v.string(), ids }),
  v.object({ k: v.literal('answered'), id: v.string(), answer: v.picklist(noticeActions) }),
  v.object({ k: v.literal('released'), ids }),
  v.object({ k: v.literal('remove'), accountId: v.string(), ids }),
  v.object({ k: v.literal('archived'), segment: number, ids }),
  v.object({ k: v.literal('erase'), n: number, what: erasureSchema, upTo: number }),
  v.object({ k: v.literal('purged'), n: number }),
  v.object({ k: v.literal('forget'), accountId: v.string() }),
]) satisfies v.GenericSchema<unknown, HistoryLine>;

const entrySchema = v.object({
  notice: noticeSchema,
  decision: decisionSchema,
  read: v.boolean(),
  answered: v.nullable(v.picklist(noticeActions)),
  released: v.boolean(),
  group: v.string(),
}) satisfies v.GenericSchema<unknown, HistoryEntry>;

const foreignSchema = v.object({
  k: v.string(),
  accountId: v.optional(v.string()),
  notice: v.optional(
    v.object({
      accountId: v.optional(v.string()),
      sourceId: v.optional(v.string()),
      createdAt: v.optional(v.number()),
    }),
  ),
});

/** Reads a line of the file; null for one that is broken or that only a newer Suzu understands. */
export function parseHistoryLine(text: string): HistoryLine | null {
  return parsedJson(lineSchema, text);
}

/** Reads a line that `parseHistoryLine` does not understand; null for one that is broken. */
export function parseForeignLine(text: string): ForeignLine | null {
  const line = parsedJson(foreignSchema, text);
  if (line === null) return null;
  return {
    text,
    accountId: line.notice?.accountId ?? line.accountId ?? null,
    sourceId: line.notice?.sourceId ?? null,
    createdAt: line.notice?.createdAt ?? null,
  };
}

/** Reads an entry of the archive; null for one that is broken or that only a newer Suzu understands. */
export function parseHistoryEntry(text: string): HistoryEntry | null {
  return parsedJson(entrySchema, text);
}
