import type { Accounts } from '../engine/misskey/accounts.ts';
import { accountHandle } from '../ipc/views/account-view.ts';

/** How to name an account on its toasts; null while there is only one, or where it is gone. */
export function accountLabel(
  accounts: Pick<Accounts, 'all' | 'get'>,
  accountId: string,
): string | null {
  const account = accounts.get(accountId);
  return account === undefined || accounts.all().length < 2 ? null : accountHandle(account.stored);
}
