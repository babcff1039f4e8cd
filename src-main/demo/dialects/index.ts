import { type Dialect, misskey } from './dialect.ts';
import { cherrypick, misskeyio, sharkey } from './forks.ts';
import { v12 } from './v12.ts';

const dialects = { misskey, sharkey, cherrypick, misskeyio, v12 } satisfies Record<string, Dialect>;

/** Whose ways the demo server can take on. */
export type DialectName = keyof typeof dialects;

export const dialectOf = (name: DialectName): Dialect => dialects[name];
