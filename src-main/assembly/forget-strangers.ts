import type { Accounts } from '../engine/misskey/accounts.ts';
import type { History } from '../engine/notices/history.ts';

/** Notices of accounts that are no longer there (the demo's, say) leave no traces. */
export function forgetStrangers(
  history: Pick<History, 'accountIds' | 'forget'>,
  accounts: Pick<Accounts, 'get'>,
): void {
  for (const accountId of history.accountIds()) {
    if (accounts.get(accountId) === undefined) history.forget(accountId);
  }
}
