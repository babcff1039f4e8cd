/** Kinds of notices that come beside a server's notifications, with ids of their own. */
export const asideKinds = ['chat', 'announcement'] as const;
export type AsideKind = (typeof asideKinds)[number];

/** Ids per account and kind by which a notice that comes again is known. */
export const knownIds = 1_000;

/** The id, over all kinds, of something that comes beside the notifications. */
export function asideId(kind: AsideKind, id: string): string {
  return `${kind}:${id}`;
}

/** What a source id belongs to; null = the notifications. */
export function asideOf(sourceId: string): AsideKind | null {
  return asideKinds.find((kind) => sourceId.startsWith(`${kind}:`)) ?? null;
}

/**
 * What is known of one account's notices: the ids already seen and up to where nothing is missing. Only
 * notifications have such a mark; what comes beside them sorts by other ids and must not move it.
 */
export class HistoryMemory {
  /** Ids in the order in which they became known, oldest first. Kinds do not push each other out. */
  readonly #known = {
    notification: new Set<string>(),
    chat: new Set<string>(),
    announcement: new Set<string>(),
  };
  readonly #baselines = new Set<AsideKind>();
  #cursor: string | null | undefined;

  /** Undefined before the first connect set a baseline; null for an account that had nothing yet. */
  get cursor(): string | null | undefined {
    return this.#cursor;
  }

  /** Whose past is known, besides that of the notifications. */
  get baselines(): readonly AsideKind[] {
    return [...this.#baselines];
  }

  /** Everything known, oldest first. */
  get ids(): readonly string[] {
    return Object.values(this.#known).flatMap((ids) => [...ids]);
  }

  isKnown(sourceId: string): boolean {
    return this.#setOf(sourceId).has(sourceId);
  }

  hasBaseline(kind: AsideKind | null): boolean {
    if (kind !== null) return this.#baselines.has(kind);
    return this.#cursor !== undefined || this.#known.notification.size > 0;
  }

  /** See `History.catchUpFrom`. */
  catchUpFrom(): string | null {
    const cursor = this.#cursor;
    if (cursor === null) return null;
    const known = [...this.#known.notification].sort();
    if (cursor === undefined) return known[0] ?? null;
    const seen = known.filter((id) => id <= cursor);
    return seen.at(-10) ?? seen[0] ?? cursor;
  }

  remember(sourceId: string): void {
    const known = this.#setOf(sourceId);
    known.add(sourceId);
    for (const id of known) {
      if (known.size <= knownIds) break;
      known.delete(id);
    }
  }

  setBaseline(kind: AsideKind): void {
    this.#baselines.add(kind);
  }

  /** Whether this id lies beyond the cursor. Ids of one server sort as strings in the order of time (PROTOCOL §7). */
  isAhead(id: string | null): boolean {
    const cursor = this.#cursor;
    return cursor === undefined || (id !== null && (cursor === null || id > cursor));
  }

  raiseCursor(id: string | null): void {
    if (this.isAhead(id)) this.#cursor = id;
  }

  #setOf(sourceId: string): Set<string> {
    return this.#known[asideOf(sourceId) ?? 'notification'];
  }
}
