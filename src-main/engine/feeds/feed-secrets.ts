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

/** Which secrets a feed has, without their values. */
export interface SecretNames {
  readonly headers: readonly string[];
  readonly username: boolean;
  readonly password: boolean;
}

/** What a person says of a feed's secrets. */
export interface SecretsChange {
  /** Null keeps the value that there is; a header that is left out goes. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly username: string | null;
  readonly password: string | null;
  /** Keeps the password that there is. */
  readonly keepPassword: boolean;
}

const bounded = v.pipe(v.string(), v.maxLength(8_192));

/** A token of HTTP (RFC 9110, §5.6.2). */
export const headerName = v.pipe(v.string(), v.regex(/^[!#$%&'*+.^_`|~0-9a-zA-Z-]{1,128}$/));
/** Of one feed. */
export const mostHeaders = 50;

/** The bounds of what the window may hand over, too. */
export const feedSecretsSchema = v.object({
  headers: v.record(headerName, bounded),
  username: v.nullable(bounded),
  password: v.nullable(bounded),
}) satisfies v.GenericSchema<unknown, FeedSecrets>;

/** Secrets with the server that they were typed for (`serverOf`): no other one gets them. */
export interface KeptSecrets extends FeedSecrets {
  readonly server: string;
}

const keptSecretsSchema = v.object({
  ...feedSecretsSchema.entries,
  server: v.string(),
}) satisfies v.GenericSchema<unknown, KeptSecrets>;

/** As they are kept in the token store; null where nothing can be made of it. */
export function parseKeptSecrets(text: string): KeptSecrets | null {
  return parsedJson(keptSecretsSchema, text);
}

/** Which secrets there are to be after a change, kept ones whose values are not known included. */
export function namesAfter(change: SecretsChange, hadPassword: boolean): SecretNames {
  return {
    headers: Object.keys(change.headers),
    username: change.username !== null,
    password: change.keepPassword ? hadPassword : change.password !== null,
  };
}

/** The secrets after a change; of what is to be kept and is not known, nothing. */
export function secretsAfter(change: SecretsChange, before: FeedSecrets): FeedSecrets {
  const headers = Object.entries(change.headers).flatMap(([name, value]) => {
    const kept = value ?? (Object.hasOwn(before.headers, name) ? before.headers[name] : undefined);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return {
    headers: Object.fromEntries(headers),
    username: change.username,
    password: change.keepPassword ? before.password : change.password,
  };
}

export function namesOf({ headers, username, password }: FeedSecrets): SecretNames {
  return {
    headers: Object.keys(headers),
    username: username !== null,
    password: password !== null,
  };
}

/** Whether none of these is missing. */
export function hasAll(
  secrets: FeedSecrets,
  { headers, username, password }: SecretNames,
): boolean {
  return (
    headers.every((name) => Object.hasOwn(secrets.headers, name)) &&
    (!username || secrets.username !== null) &&
    (!password || secrets.password !== null)
  );
}

/** Whether there is anything to prove oneself with. */
export function isSecretive({ headers, username, password }: SecretNames): boolean {
  return headers.length > 0 || username || password;
}
