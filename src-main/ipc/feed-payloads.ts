import * as v from 'valibot';
import { mostHeaders } from '../engine/feeds/feed-secrets.ts';
import { comparisons } from '../engine/feeds/notices/notice-rule.ts';
import type { EventSample, FeedConnection, FeedDraft, NoticeRule } from './contract.ts';

/*
 * What is typed about a feed: bounded here, and judged by the commands, which answer with a sentence.
 */

const line = v.pipe(v.string(), v.maxLength(4_096));
const count = v.pipe(v.number(), v.safeInteger());
const few = <Schema extends v.GenericSchema>(item: Schema) =>
  v.pipe(v.array(item), v.maxLength(100));

// What a newer Suzu wrote into a feed comes back from the window with the rest of it, and is left out.

const resume = v.nullable(v.object({ parameter: line, value: line }));

const connection = v.variant('system', [
  v.object({
    system: v.literal('sse'),
    url: line,
    events: few(line),
    silentAfter: v.nullable(count),
    resume,
  }),
  v.object({
    system: v.literal('websocket'),
    url: line,
    protocols: few(line),
    hello: few(v.pipe(v.string(), v.maxLength(16_384))),
    silentAfter: v.nullable(count),
    resume,
  }),
  v.object({
    system: v.literal('mqtt'),
    url: line,
    topics: few(v.object({ filter: line, qos: v.picklist([0, 1, 2]) })),
    version: v.picklist([4, 5]),
    clientId: line,
    persistent: v.boolean(),
    retained: v.boolean(),
  }),
]) satisfies v.GenericSchema<unknown, FeedConnection>;

/** A rule that is being written. */
export const noticeRule = v.object({
  when: few(v.object({ field: line, is: v.picklist(comparisons), value: line })),
  title: line,
  body: line,
  link: line,
  icon: line,
  key: line,
  group: line,
  urgency: line,
}) satisfies v.GenericSchema<unknown, NoticeRule>;

const secret = v.pipe(v.string(), v.maxLength(8_192));
const headers = v.pipe(
  v.record(line, v.nullable(secret)),
  v.check((all) => Object.keys(all).length <= mostHeaders),
);

/** What a person says about a feed. */
export const feedDraft = v.strictObject({
  name: line,
  connection,
  rule: v.exactOptional(v.nullable(noticeRule)),
  secrets: v.exactOptional(
    v.strictObject({
      headers,
      username: v.nullable(secret),
      password: v.nullable(secret),
      keepPassword: v.boolean(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, FeedDraft>;

/** What was typed into a preset's fields, by their ids. */
export const presetValues = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), secret),
  v.check((values) => Object.keys(values).length <= 50),
);

export const eventSample = v.strictObject({
  name: line,
  text: v.pipe(v.string(), v.maxLength(16_384)),
}) satisfies v.GenericSchema<unknown, EventSample>;
