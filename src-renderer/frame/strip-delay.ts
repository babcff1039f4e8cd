import type { AccountView } from '../../src-main/ipc/contract.ts';

/** How long an account may be without its stream before the window says so, in ms. */
const patience = 3_000;

/**
 * How long to wait before the state of an account is shown as a strip: null = not at all. A short
 * drop is not worth a word; what only the user can mend is said at once.
 *
 * @param atStart the window has just opened: the state may have lasted for long already
 */
export function stripDelay(
  account: Pick<AccountView, 'state' | 'needsSignIn'>,
  atStart: boolean,
): number | null {
  if (account.needsSignIn || account.state === 'refused') return 0;
  if (account.state === 'online') return null;
  const isStarting = account.state === 'connecting' || account.state === 'subscribing';
  return atStart && !isStarting ? 0 : patience;
}
