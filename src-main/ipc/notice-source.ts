import type { Feeds } from '../engine/feeds/feeds.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import type { AccountId, FeedId } from './contract.ts';

/** All that notices come from. */
export interface NoticeSources {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly feeds: Pick<Feeds, 'get'>;
}

/** Where a notice came from; `origin` is the server of an account, and null for a feed. Null: it is gone. */
export function noticeSource(
  { accounts, feeds }: NoticeSources,
  id: AccountId | FeedId,
): { readonly origin: string | null } | null {
  const account = accounts.get(id);
  if (account !== undefined) return { origin: account.stored.origin };
  return feeds.get(id) === undefined ? null : { origin: null };
}
