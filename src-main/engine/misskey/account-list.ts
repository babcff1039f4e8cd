import type { ConnectionState } from '../streaming/connection.ts';
import { type Me, type Policies, usualPolicies } from './api/schemas.ts';
import type { MisskeySource } from './source.ts';
import type { StoredAccount } from './stored-account.ts';

/** Where accounts are kept between runs. */
export interface AccountStore {
  load(): readonly StoredAccount[];
  save(accounts: readonly StoredAccount[]): void;
}

/** An account while Suzu runs. */
export interface Account {
  readonly stored: StoredAccount;
  readonly state: ConnectionState;
  /** What the server last said of the account on this run. */
  readonly me: Me | null;
  /** What the server allows the account or guest; the usual until it said so. */
  readonly policies: Policies;
  /** Null while there is no token to connect with. */
  readonly source: MisskeySource | null;
}

/** The accounts of this profile, in their order: what is kept of each, and what is known on this run. */
export class AccountList {
  readonly #store: AccountStore;
  readonly #accounts = new Map<string, Account>();

  constructor(store: AccountStore) {
    this.#store = store;
  }

  all(): Account[] {
    return [...this.#accounts.values()];
  }

  get(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  /** The first of which this is true. */
  find(matches: (stored: StoredAccount) => boolean): Account | undefined {
    return this.all().find(({ stored }) => matches(stored));
  }

  /** An id that nobody has, as near to the wanted one as can be. */
  freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#accounts.has(id); n += 1) id = `${wanted}#${n}`;
    return id;
  }

  /** Brings in what was kept. */
  load(): readonly StoredAccount[] {
    const stored = this.#store.load();
    for (const account of stored) this.#place(account);
    return stored;
  }

  /** Adds an account, or replaces what is kept of it. */
  put(stored: StoredAccount): void {
    this.#place(stored);
    this.#save();
  }

  /** Changes what is kept of an account. Returns false when it is not there. */
  change(id: string, changes: Partial<StoredAccount>): boolean {
    const account = this.#accounts.get(id);
    if (account !== undefined) this.put({ ...account.stored, ...changes });
    return account !== undefined;
  }

  /** Changes what is known of an account on this run. */
  update(id: string, changes: Partial<Omit<Account, 'stored'>>): void {
    const account = this.#accounts.get(id);
    if (account !== undefined) this.#accounts.set(id, { ...account, ...changes });
  }

  remove(id: string): void {
    this.#accounts.delete(id);
    this.#save();
  }

  /** Moves an account to another place, counted from 0; one too large means the end. */
  move(id: string, index: number): void {
    const account = this.#accounts.get(id);
    if (account === undefined) return;
    const rest = this.all().filter((one) => one !== account);
    this.#accounts.clear();
    for (const one of rest.toSpliced(index, 0, account)) this.#accounts.set(one.stored.id, one);
    this.#save();
  }

  #place(stored: StoredAccount): void {
    const before = this.#accounts.get(stored.id);
    this.#accounts.set(stored.id, {
      state: { name: 'connecting' },
      me: null,
      policies: usualPolicies,
      source: null,
      ...before,
      stored,
    });
  }

  /** The demo's account lives as long as its server: no longer than this run. */
  #save(): void {
    const stored = this.all().map((account) => account.stored);
    this.#store.save(stored.filter(({ addedBy }) => addedBy !== 'demo'));
  }
}
