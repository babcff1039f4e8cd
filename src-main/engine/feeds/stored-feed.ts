import * as v from 'valibot';
import { oneLine } from '../one-line.ts';
import { headerName, mostHeaders } from './feed-secrets.ts';
import { mqttConnectionSchema } from './mqtt/mqtt-connection.ts';
import { noticeRuleSchema } from './notices/notice-rule.ts';
import { sseConnectionSchema } from './sse/sse-connection.ts';
import { websocketConnectionSchema } from './websocket/websocket-connection.ts';

/** How a feed is reached. A new system brings its schema here, and its link in `open-feed.ts`. */
export const feedConnectionSchema = v.variant('system', [
  sseConnectionSchema,
  websocketConnectionSchema,
  mqttConnectionSchema,
]);
export type FeedConnection = v.InferOutput<typeof feedConnectionSchema>;
export type FeedSystem = FeedConnection['system'];

/** UTF-16 units of a feed's name. */
export const mostOfName = 100;

/** A feed as it is kept, without its secrets. Loose: what a newer Suzu wrote stays. */
export const storedFeedSchema = v.looseObject({
  /** `feed-` and eight letters; stands where an account's id stands in notices, rules and the trace. */
  id: v.pipe(v.string(), v.regex(/^feed-[a-z0-9]{8}$/)),
  /** On one line: it stands beside Suzu's own words, in toasts, in the tray and in reports. */
  name: v.pipe(v.string(), v.transform(oneLine), v.nonEmpty(), v.maxLength(mostOfName)),
  /** `#rrggbb`. */
  color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)),
  on: v.boolean(),
  connection: feedConnectionSchema,
  /** What it proves itself with; the values are in the token store. */
  has: v.optional(
    v.object({
      headers: v.pipe(v.array(headerName), v.maxLength(mostHeaders), v.readonly()),
      username: v.boolean(),
      password: v.boolean(),
    }),
    { headers: [], username: false, password: false },
  ),
  /** The preset that it was made by, whose rules word its notices; null = none. */
  preset: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(64))),
  /** The user's own rule, in place of the preset's; null = as the preset says, or `plainRule`. */
  rule: v.nullable(noticeRuleSchema),
  /** Whether it was ever online. */
  proven: v.boolean(),
  /** The demo's feeds live as long as their server: they are never kept. */
  addedBy: v.picklist(['user', 'demo']),
});
export type StoredFeed = v.InferOutput<typeof storedFeedSchema>;

/** What of a feed can go to another Suzu. */
export type PortableFeed = Pick<
  StoredFeed,
  'id' | 'name' | 'color' | 'on' | 'connection' | 'has' | 'preset' | 'rule'
>;
