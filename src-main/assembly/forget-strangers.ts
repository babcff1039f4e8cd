import type { History } from '../engine/notices/history.ts';

/** Notices of accounts and feeds that are no longer there (the demo's, say) leave no traces. */
export function forgetStrangers(
  history: Pick<History, 'accountIds' | 'forget'>,
  isThere: (sourceId: string) => boolean,
): void {
  for (const sourceId of history.accountIds()) {
    if (!isThere(sourceId)) history.forget(sourceId);
  }
}
