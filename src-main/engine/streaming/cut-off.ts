import type { ConnectionState } from './connection.ts';

/** Whether an attempt has just failed for want of a network, rather than of its server. */
export function isCutOff(state: ConnectionState): boolean {
  return (
    state.name === 'waiting' && (state.reason === 'no-route' || state.reason === 'unknown-name')
  );
}

/** Sources that failed for want of a network and have not been online since. */
export class CutOff {
  /** By the source's id, what makes it try at once. */
  readonly #nudges = new Map<string, () => void>();

  /** One that gets through shows that there is a network again, whatever the system says: all others try, too. */
  heard(id: string, state: ConnectionState, nudge: () => void): void {
    if (isCutOff(state)) this.#nudges.set(id, nudge);
    if (state.name !== 'online' || !this.#nudges.delete(id)) return;
    for (const other of [...this.#nudges.values()]) other();
  }

  /** The source is gone. */
  forget(id: string): void {
    this.#nudges.delete(id);
  }
}
