import type { Settings } from '../../../src-main/ipc/contract.ts';

type TypeRules = Settings['rules']['types'];

/** The rules that count for one account or feed alone; empty where all is as for all. */
export function ownRules({ rules: { accounts } }: Settings, id: string): TypeRules {
  return Object.hasOwn(accounts, id) ? (accounts[id] ?? {}) : {};
}

/** All rules with those of one account or feed in place of what it had; empty ones are gone. */
export function withOwnRules({ rules }: Settings, id: string, own: TypeRules): Settings['rules'] {
  const { [id]: _, ...others } = rules.accounts;
  const isEmpty = Object.keys(own).length === 0;
  return { ...rules, accounts: isEmpty ? others : { ...others, [id]: own } };
}
