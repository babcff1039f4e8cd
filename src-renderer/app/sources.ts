import type { Snapshot } from '../../src-main/ipc/contract.ts';

/** Where a notice comes from, as the window names and marks it. */
export interface Source {
  readonly id: string;
  /** An account's handle, or a feed's name. */
  readonly name: string;
  /** `#rrggbb`, used as a thin mark only. */
  readonly color: string;
}

/** All that can ring, the accounts first; servers that are only watched cannot. */
export function sourcesOf({ accounts, feeds }: Pick<Snapshot, 'accounts' | 'feeds'>): Source[] {
  return [
    ...accounts
      .filter(({ guest }) => !guest)
      .map(({ id, handle, color }) => ({ id, name: handle, color })),
    ...feeds.map(({ id, name, color }) => ({ id, name, color })),
  ];
}
