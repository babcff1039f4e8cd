import * as v from 'valibot';
import { asideKinds } from './history-memory.ts';
import { nuances, pages } from './notice.ts';
import { noticeActions } from './notice-actions.ts';
import { decisionKinds, decisionReasons } from './rules.ts';

const nullable = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema);
/** Fields that the lines of an earlier Suzu lack. */
const since = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, null);
const noticeSchema = v.object({
  id: v.string(),
  accountId: v.string(),
  sourceId: v.string(),
  type: v.string(),
  createdAt: v.number(),
  person: nullable(
    v.object({
      userId: v.string(),
      username: v.string(),
      host: nullable(v.string()),
      name: v.string(),
      avatarUrl: nullable(v.string()),
      emojis: v.record(v.string(), v.string()),
      isBot: v.boolean(),
      isCat: v.boolean(),
    }),
  ),
  reaction: nullable(v.object({ code: v.string(), url: nullable(v.string()) })),
  note: nullable(
    v.object({
      id: v.string(),
      text: v.string(),
      cw: nullable(v.string()),
      hidden: v.boolean(),
      direct: v.boolean(),
      files: v.number(),
      poll: v.boolean(),
    }),
  ),
  detail: nullable(v.string()),
  heading: nullable(v.string()),
  others: v.optional(v.number(), 0),
  nuance: since(v.picklist(nuances)),
  iconUrl: nullable(v.string()),
  target: v.variant('kind', [
    v.object({ kind: v.literal('note'), noteId: v.string() }),
    v.object({ kind: v.literal('user'), username: v.string(), host: nullable(v.string()) }),
    v.object({ kind: v.literal('chat'), with: v.picklist(['user', 'room']), id: v.string() }),
    v.object({ kind: v.literal('page'), page: v.picklist(pages) }),
  ]),
});
const decisionSchema = v.object({
  decision: v.picklist(decisionKinds),
  reason: v.picklist(decisionReasons),
});

/** The lines of the file. Each is whole in itself; a broken one is skipped and the rest stands. */
const lineSchema = v.variant('k', [
  /**
   * `contiguous`: nothing before this notice is missing, so it is also the cursor. `group`: the id of the
   * notice that its group began with; null for one that began a group or stands alone.
   */
  v.object({
    k: v.literal('notice'),
    notice: noticeSchema,
    decision: decisionSchema,
    contiguous: v.boolean(),
    group: since(v.string()),
  }),
  /** What became of a notice changed (the desktop did not show it, a digest took it). */
  v.object({ k: v.literal('decision'), id: v.string(), decision: decisionSchema }),
  /** Known without having been told: what was there before Suzu came. */
  v.object({ k: v.literal('known'), accountId: v.string(), ids: v.array(v.string()) }),
  /** What was there of something beside the notifications is known from here on. */
  v.object({ k: v.literal('baseline'), accountId: v.string(), of: v.picklist(asideKinds) }),
  /** Everything up to this id has been seen; null for an account that had nothing yet. */
  v.object({ k: v.literal('cursor'), accountId: v.string(), id: nullable(v.string()) }),
  /** Read: one notice, or all of an account up to now. */
  v.object({ k: v.literal('read'), accountId: v.string(), id: nullable(v.string()) }),
  /** Read: these of an account. */
  v.object({ k: v.literal('reads'), accountId: v.string(), ids: v.array(v.string()) }),
  /** What the reader did about it. */
  v.object({ k: v.literal('answered'), id: v.string(), answer: v.picklist(noticeActions) }),
  /** Held ones that were told since. */
  v.object({ k: v.literal('released'), ids: v.array(v.string()) }),
  /** Taken back by the server; still known, so that they do not ring again. */
  v.object({ k: v.literal('remove'), accountId: v.string(), ids: v.array(v.string()) }),
  v.object({ k: v.literal('forget'), accountId: v.string() }),
]);
/** One line of the history's file. */
export type HistoryLine = v.InferOutput<typeof lineSchema>;

/** Reads a line of the file; null for one that is broken or of a kind that only a newer Suzu knows. */
export function parseHistoryLine(text: string): HistoryLine | null {
  try {
    const parsed = v.safeParse(lineSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
