import type { Feeds } from '../engine/feeds/feeds.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import { accountHandle } from '../ipc/views/account-view.ts';

/** All that something may have come from. */
export interface Sources {
  readonly accounts: Pick<Accounts, 'all' | 'get'>;
  readonly feeds: Pick<Feeds, 'all' | 'get'>;
}

/** How to name an account or a feed on its toasts; null while it is the only one, or where it is gone. */
export function accountLabel({ accounts, feeds }: Sources, sourceId: string): string | null {
  if (accounts.all().length + feeds.all().length < 2) return null;
  const account = accounts.get(sourceId);
  if (account !== undefined) return accountHandle(account.stored);
  return feeds.get(sourceId)?.stored.name ?? null;
}
