import type { Account } from '../account-list.ts';
import {
  addPin,
  chosenPin,
  findPin,
  movePin,
  type Pin,
  type Pins,
  pinKey,
  removePin,
  renamePins,
  subjectKey,
  switchPin,
} from './pins.ts';
import {
  isAllowed,
  isForGuests,
  type TimelineKey,
  type TimelineSpec,
  type TimelineSwitches,
} from './timelines.ts';

export interface AccountTimelinesOptions {
  readonly all: () => readonly Account[];
  readonly get: (accountId: string) => Account | undefined;
  /** Keeps what changed and tells of it. */
  readonly change: (accountId: string, changes: PinnedTimelines) => void;
  /** Keeps the chosen timeline of every account connected, although nobody looks (`--trace`). */
  readonly keepChosen: boolean;
}

/** What an account keeps of its timelines. */
export interface PinnedTimelines {
  /** In the order to show them. */
  readonly timelines: Pins;
  /** The timeline that was looked at last; may name one that is not there. */
  readonly timeline: TimelineKey;
}

/** The pinned timelines that the account's server allows it. */
export function shownPins(account: Account): Pin[] {
  return account.stored.timelines.filter(shownTo(account));
}

/** The key of the chosen timeline, or of the first where the server does not allow that one. */
export function chosenKey(account: Account): TimelineKey {
  const { timelines, timeline } = account.stored;
  const pin = chosenPin(timelines, timeline, shownTo(account));
  return pin === undefined ? timeline : pinKey(pin);
}

/** The pinned timelines of all accounts, and which of them are looked at. */
export class AccountTimelines {
  readonly #options: AccountTimelinesOptions;
  /** By account, whether it has a connection or not: whoever looks goes on looking when it comes back. */
  #watched = new Map<string, readonly TimelineKey[]>();
  /** Those in which the reader is further down, by account, in view or not. */
  #read = new Map<string, ReadonlySet<TimelineKey>>();
  /** By account, how the server calls things, by the keys of their timelines without switches. */
  readonly #names = new Map<string, ReadonlyMap<TimelineKey, string>>();

  constructor(options: AccountTimelinesOptions) {
    this.#options = options;
  }

  /** Makes a pinned timeline the account's chosen one. */
  select(accountId: string, key: TimelineKey): void {
    const stored = this.#options.get(accountId)?.stored;
    if (stored === undefined || stored.timeline === key) return;
    if (findPin(stored.timelines, key) !== undefined) this.#change(accountId, { timeline: key });
  }

  /** These pinned timelines are looked at, in all accounts: all others are closed. */
  watch(timelines: readonly { readonly accountId: string; readonly key: TimelineKey }[]): void {
    const watched = new Map<string, TimelineKey[]>();
    for (const { accountId, key } of timelines) {
      watched.set(accountId, [...(watched.get(accountId) ?? []), key]);
    }
    this.#watched = watched;
    for (const { stored } of this.#options.all()) this.apply(stored.id);
  }

  /** In these the reader is further down, in all accounts: what is read there is not pushed out. */
  read(timelines: readonly { readonly accountId: string; readonly key: TimelineKey }[]): void {
    const read = new Map<string, Set<TimelineKey>>();
    for (const { accountId, key } of timelines) {
      read.set(accountId, (read.get(accountId) ?? new Set()).add(key));
    }
    this.#read = read;
    for (const { stored } of this.#options.all()) this.#hold(stored.id);
  }

  /** Opens what is looked at and closes the rest; to be called when an account got a new connection. */
  apply(accountId: string): void {
    const account = this.#options.get(accountId);
    if (account === undefined) return;
    const keys = new Set([
      ...(this.#watched.get(accountId) ?? []),
      ...(this.#options.keepChosen ? [chosenKey(account)] : []),
    ]);
    const pins = account.stored.timelines.filter((pin) => keys.has(pinKey(pin)));
    account.source?.watchTimelines(pins.map(({ spec }) => spec));
    this.#hold(accountId);
  }

  /** Adds a timeline to the account's list. Answers its key; null when it names nothing, or too much. */
  pin(accountId: string, spec: TimelineSpec): TimelineKey | null {
    const stored = this.#options.get(accountId)?.stored;
    const name = this.#names.get(accountId)?.get(subjectKey(spec)) ?? null;
    const pinned = stored && addPin(stored.timelines, { spec, name });
    if (!pinned) return null;
    this.#change(accountId, { timelines: pinned.pins });
    return pinned.key;
  }

  /** Changes the switches of a pinned timeline. Answers its new key; null when it is not pinned. */
  switch(accountId: string, key: TimelineKey, switches: TimelineSwitches): TimelineKey | null {
    const stored = this.#options.get(accountId)?.stored;
    const pinned = stored && switchPin(stored.timelines, key, switches);
    if (!pinned) return null;
    // Whoever looked at it goes on looking.
    const moved = (one: TimelineKey) => (one === key ? pinned.key : one);
    this.#watched.set(accountId, (this.#watched.get(accountId) ?? []).map(moved));
    this.#change(accountId, { timelines: pinned.pins, timeline: moved(stored.timeline) });
    return pinned.key;
  }

  /** Puts another list in the place of the account's own. */
  replace(accountId: string, pinned: PinnedTimelines): void {
    if (this.#options.get(accountId) !== undefined) this.#change(accountId, pinned);
  }

  /** Takes a timeline out of the account's list. False for the last one, which stays. */
  unpin(accountId: string, key: TimelineKey): boolean {
    const account = this.#options.get(accountId);
    if (account === undefined) return false;
    const timelines = removePin(account.stored.timelines, key, shownTo(account));
    if (timelines !== null) this.#change(accountId, { timelines });
    return timelines !== null;
  }

  /** Moves a timeline to another place, counted from 0 among those that are shown. */
  move(accountId: string, key: TimelineKey, index: number): void {
    const account = this.#options.get(accountId);
    if (account === undefined) return;
    const timelines = movePin(account.stored.timelines, key, index, shownTo(account));
    this.#change(accountId, { timelines });
  }

  /** The server said how things are called now, by the keys of their timelines without switches. */
  rename(accountId: string, names: ReadonlyMap<TimelineKey, string>): void {
    this.#names.set(accountId, names);
    const stored = this.#options.get(accountId)?.stored;
    if (stored === undefined) return;
    const timelines = renamePins(stored.timelines, names);
    const isSame = timelines.every((pin, index) => pin === stored.timelines[index]);
    if (!isSame) this.#change(accountId, { timelines });
  }

  /** Only what is looked at can be read. */
  #hold(accountId: string): void {
    const watched = this.#watched.get(accountId) ?? [];
    const read = this.#read.get(accountId);
    for (const [key, feed] of this.#options.get(accountId)?.source?.timelines ?? []) {
      feed.hold(watched.includes(key) && read?.has(key) === true);
    }
  }

  #change(accountId: string, changes: Partial<PinnedTimelines>): void {
    const stored = this.#options.get(accountId)?.stored;
    if (stored === undefined) return;
    const { timelines, timeline } = stored;
    this.#options.change(accountId, { timelines, timeline, ...changes });
    this.apply(accountId);
  }
}

function shownTo({ stored, policies }: Account): (pin: Pin) => boolean {
  const isGuest = stored.addedBy === 'guest';
  return ({ spec: { kind } }) => isAllowed(kind, policies) && (!isGuest || isForGuests(kind));
}
