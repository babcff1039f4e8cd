import type { Account } from '../account-list.ts';
import type { NoteHolder } from './live-notes.ts';

export interface AccountNotesOptions {
  readonly all: () => readonly Account[];
  readonly get: (accountId: string) => Account | undefined;
}

/** Somebody who holds notes of an account, and how to take that back from its present connection. */
interface Held {
  readonly accountId: string;
  readonly holder: NoteHolder;
  letGo: () => void;
}

/** Notes of one account that are captured in a time to save: what a reader is at, rather than all columns. */
const mostWhenSparing = 5;

/** The notes of all accounts that are in view or held, whether they have a connection or not. */
export class AccountNotes {
  readonly #options: AccountNotesOptions;
  #watched = new Map<string, readonly string[]>();
  #isSeen = true;
  #most = Number.POSITIVE_INFINITY;
  readonly #held = new Set<Held>();

  constructor(options: AccountNotesOptions) {
    this.#options = options;
  }

  /** These notes are in view, in all accounts: they are captured, and all others are not. */
  watch(
    notes: readonly { readonly accountId: string; readonly noteIds: readonly string[] }[],
  ): void {
    const watched = new Map<string, readonly string[]>();
    for (const { accountId, noteIds } of notes) {
      watched.set(accountId, [...(watched.get(accountId) ?? []), ...noteIds]);
    }
    this.#watched = watched;
    for (const { stored } of this.#options.all()) this.#watch(stored.id);
  }

  /** Whether anybody can see what is in view; what was in view is so again when it can be seen again. */
  setSeen(isSeen: boolean): void {
    if (this.#isSeen === isSeen) return;
    this.#isSeen = isSeen;
    for (const { stored } of this.#options.all()) this.#watch(stored.id);
  }

  /** In a time to save, only the first few notes in view of an account are captured. */
  setSparing(isSparing: boolean): void {
    const most = isSparing ? mostWhenSparing : Number.POSITIVE_INFINITY;
    if (this.#most === most) return;
    this.#most = most;
    for (const { stored } of this.#options.all()) this.#watch(stored.id);
  }

  /** Keeps a holder's notes up to date over all connections of the account, until the returned function is called. */
  hold(accountId: string, holder: NoteHolder): () => void {
    const held: Held = { accountId, holder, letGo: this.#hold(accountId, holder) };
    this.#held.add(held);
    return () => {
      this.#held.delete(held);
      held.letGo();
    };
  }

  /** To be called when an account got a new connection. */
  apply(accountId: string): void {
    for (const held of this.#held) {
      if (held.accountId !== accountId) continue;
      held.letGo();
      held.letGo = this.#hold(accountId, held.holder);
    }
    this.#watch(accountId);
  }

  #watch(accountId: string): void {
    const inView = this.#isSeen ? (this.#watched.get(accountId) ?? []) : [];
    const noteIds = inView.slice(0, this.#most);
    this.#options.get(accountId)?.source?.watchNotes(noteIds);
  }

  #hold(accountId: string, holder: NoteHolder): () => void {
    return this.#options.get(accountId)?.source?.notes.hold(holder) ?? (() => {});
  }
}
