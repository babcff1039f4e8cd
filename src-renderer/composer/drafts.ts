import * as v from 'valibot';
import type { AccountId, DraftPurpose, DraftView } from '../../src-main/ipc/contract.ts';

const visibilities = ['public', 'home', 'followers', 'specified'] as const;

const written = v.object({
  text: v.string(),
  cw: v.nullable(v.string()),
  visibility: v.picklist(visibilities),
  localOnly: v.boolean(),
});

const kept = v.array(v.object({ key: v.string(), accountId: v.string(), written }));

/** What was typed and chosen in the composer and is not posted yet. */
export type Written = v.InferOutput<typeof written>;
type Kept = v.InferOutput<typeof kept>;

/** The part of `localStorage` that is used. Each may throw. */
export interface TextStore {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

const item = 'drafts';
/** The oldest make room. */
const mostDrafts = 20;
/** In UTF-16 units; no server takes nearly as much. */
const longestDraft = 100_000;

/** Names what a draft is about. */
export function draftKey(accountId: AccountId, purpose: DraftPurpose): string {
  return [accountId, purpose.kind, purpose.kind === 'new' ? '' : purpose.noteId].join(' ');
}

/** Where the composer begins: with what is proposed, or with what was written before. */
export function startOf(draft: DraftView, before: Written | null): Written {
  if (before === null) return proposed(draft);
  const isOffered = draft.visibilities.includes(before.visibility);
  return { ...before, visibility: isOffered ? before.visibility : draft.visibility };
}

/** Whether anything was typed that would be missed. */
export function isTyped(draft: DraftView, now: Written): boolean {
  const start = proposed(draft);
  return now.text.trim() !== start.text.trim() || (now.cw ?? '') !== (start.cw ?? '');
}

function proposed({ text, cw, visibility, localOnly }: DraftView): Written {
  return { text, cw, visibility, localOnly };
}

/**
 * Keeps what is written until it is posted or thrown away: the window may be destroyed at any moment.
 * A store that cannot be read or is full costs no more than that.
 */
export class Drafts {
  readonly #store: TextStore;

  constructor(store: TextStore) {
    this.#store = store;
  }

  get(key: string): Written | null {
    return this.#read().find((draft) => draft.key === key)?.written ?? null;
  }

  keep(key: string, accountId: AccountId, now: Written): void {
    const others = this.#read().filter((draft) => draft.key !== key);
    const isBounded = now.text.length + (now.cw?.length ?? 0) <= longestDraft;
    this.#write(isBounded ? [{ key, accountId, written: now }, ...others] : others);
  }

  drop(key: string): void {
    this.#write(this.#read().filter((draft) => draft.key !== key));
  }

  /** Forgets the drafts of accounts that are gone. */
  keepOnlyOf(accountIds: readonly AccountId[]): void {
    const drafts = this.#read();
    const left = drafts.filter(({ accountId }) => accountIds.includes(accountId));
    if (left.length < drafts.length) this.#write(left);
  }

  #read(): Kept {
    try {
      const parsed = v.safeParse(kept, JSON.parse(this.#store.getItem(item) ?? '[]'));
      return parsed.success ? parsed.output : [];
    } catch {
      return [];
    }
  }

  #write(drafts: Kept): void {
    try {
      if (drafts.length === 0) this.#store.removeItem(item);
      else this.#store.setItem(item, JSON.stringify(drafts.slice(0, mostDrafts)));
    } catch {
      // Full or switched off: the text is still in the composer.
    }
  }
}
