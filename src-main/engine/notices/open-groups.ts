import type { Clock, Timer } from '../streaming/clock.ts';
import { groupKey } from './groups.ts';
import type { Notice } from './notice.ts';

/** A further notice joins a group that is younger than this (ms); later ones are news again. */
export const groupAgeMs = 60 * 60_000;
/** A group that has this many notices is full, and the next one begins anew: what it costs is bounded. */
export const mostInGroup = 500;
/** Groups that are open at once; the oldest closes. */
const mostGroups = 500;
/** Beyond this many notices a group's toast is renewed at most once in `calmMs`. */
const lively = 10;
const calmMs = 1_000;

/** A group that a further notice may join. */
export interface OpenGroup {
  /** The id of the notice that it began with; its toast has this id, too. */
  readonly id: string;
  /** Whether a toast was asked for, so that the next one is no new story. */
  readonly rung: boolean;
}

interface Standing {
  readonly id: string;
  readonly startedAt: number;
  size: number;
  rung: boolean;
  calm: Timer | null;
  /** What its toast is to be renewed with when it may be; null = nothing changed. */
  changed: { readonly sounds: boolean } | null;
}

/** The groups that are unread and young; they live no longer than this run. */
export class OpenGroups {
  readonly #clock: Clock;
  readonly #onRaise: (groupId: string, sounds: boolean) => void;
  /** By what they have in common, the oldest first. */
  readonly #groups = new Map<string, Standing>();

  /** @param onRaise the toast of a group is to be shown, or shown anew, and whether it is to be heard. */
  constructor(clock: Clock, onRaise: (groupId: string, sounds: boolean) => void) {
    this.#clock = clock;
    this.#onRaise = onRaise;
  }

  /** The group that a notice may join; null when it stands alone or begins one. */
  find(notice: Notice): OpenGroup | null {
    const key = groupKey(notice);
    const group = key === null ? undefined : this.#groups.get(key);
    if (group === undefined || !this.#isOpen(group)) return null;
    return group;
  }

  /** Takes a notice in: it joins the group that `find` answers, or begins one. */
  add(notice: Notice, joins: boolean): void {
    const key = groupKey(notice);
    if (key === null) return;
    const group = this.#groups.get(key);
    if (joins && group !== undefined) group.size += 1;
    else this.#begin(key, notice.id);
  }

  /** Asks for the toast of a notice's group, or of the notice alone. A lively group is given some calm. */
  raise(notice: Notice, sounds: boolean): void {
    const key = groupKey(notice);
    const group = key === null ? undefined : this.#groups.get(key);
    if (group === undefined) {
      this.#onRaise(notice.id, sounds);
      return;
    }
    group.rung = true;
    if (group.calm !== null) {
      group.changed = { sounds: sounds || (group.changed?.sounds ?? false) };
      return;
    }
    this.#onRaise(group.id, sounds);
    if (group.size > lively) this.#calm(group);
  }

  /** These groups were read, or are gone: the next one begins anew. */
  close(groupIds: ReadonlySet<string>): void {
    for (const [key, group] of this.#groups) {
      if (groupIds.has(group.id)) this.#remove(key, group);
    }
  }

  /** Nothing runs after this. */
  stop(): void {
    for (const [key, group] of this.#groups) this.#remove(key, group);
  }

  #begin(key: string, id: string): void {
    const before = this.#groups.get(key);
    if (before !== undefined) this.#remove(key, before);
    for (const [oldKey, oldest] of this.#groups) {
      if (this.#groups.size < mostGroups) break;
      this.#remove(oldKey, oldest);
    }
    const startedAt = this.#clock.now();
    this.#groups.set(key, { id, startedAt, size: 1, rung: false, calm: null, changed: null });
  }

  #isOpen({ startedAt, size }: Standing): boolean {
    return size < mostInGroup && this.#clock.now() - startedAt < groupAgeMs;
  }

  #calm(group: Standing): void {
    group.calm = this.#clock.setTimeout(() => {
      group.calm = null;
      if (group.changed === null) return;
      const { sounds } = group.changed;
      group.changed = null;
      this.#onRaise(group.id, sounds);
      this.#calm(group);
    }, calmMs);
  }

  #remove(key: string, group: Standing): void {
    group.calm?.cancel();
    this.#groups.delete(key);
  }
}
