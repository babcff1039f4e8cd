import * as v from 'valibot';
import { parsedJson } from '../parsed-json.ts';

/** What a feed proves itself with. Kept with the tokens, never in the settings or the window. */
export interface FeedSecrets {
  /** By name as it is sent; `Authorization` and `Cookie` among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** For MQTT, and as Basic authentication elsewhere; null = none. */
  readonly username: string | null;
  readonly password: string | null;
}

export const noSecrets: FeedSecrets = { headers: {}, username: null, password: null };

const bounded = v.pipe(v.string(), v.maxLength(8_192));

/** The bounds of what the window may hand over, too. */
export const feedSecretsSchema = v.object({
  headers: v.record(v.pipe(v.string(), v.regex(/^[!#$%&'*+.^_`|~0-9a-zA-Z-]{1,128}$/)), bounded),
  username: v.nullable(bounded),
  password: v.nullable(bounded),
}) satisfies v.GenericSchema<unknown, FeedSecrets>;

/** As they are kept in the token store; null where nothing can be made of it. */
export function parseFeedSecrets(text: string): FeedSecrets | null {
  return parsedJson(feedSecretsSchema, text);
}
