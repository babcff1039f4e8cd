import type { AccountId, AccountView } from '../../src-main/ipc/contract.ts';

/** The account that a new note is written with: the one that is open, or else the first that may post. */
export function writerOf(
  { accounts }: { readonly accounts: readonly AccountView[] },
  open: AccountView | null,
): AccountId | null {
  const writer = open?.canAnswer === true ? open : accounts.find(({ canAnswer }) => canAnswer);
  return writer?.id ?? null;
}
