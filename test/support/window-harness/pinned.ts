import type {
  AccountView,
  PinnedTimeline,
  TimelineSpec,
  TimelineSwitches,
} from '../../../src-main/ipc/contract.ts';
import { timelineCatalogue } from './fixtures/catalogues.ts';
import { pin, pinNamed, pinTags } from './fixtures/pins.ts';

type Accounts = readonly AccountView[];

/** A list with one item moved to another place, counted from 0. */
export function reordered<T>(
  items: readonly T[],
  isIt: (item: T) => boolean,
  index: number,
): readonly T[] {
  const moved = items.filter(isIt);
  return items.filter((item) => !isIt(item)).toSpliced(index, 0, ...moved);
}

/** The accounts after a timeline was pinned, and its key. */
export function withPin(accounts: Accounts, accountId: string, spec: TimelineSpec) {
  const added = pinOf(spec);
  return {
    key: added.key,
    accounts: changed(accounts, accountId, (timelines) =>
      timelines.some(({ key }) => key === added.key) ? timelines : [...timelines, added],
    ),
  };
}

/** The accounts after a timeline got other switches, and its new key. */
export function switched(
  accounts: Accounts,
  accountId: string,
  key: string,
  switches: TimelineSwitches,
) {
  let next = key;
  const after = changed(accounts, accountId, (timelines) =>
    timelines.map((pinned) => {
      if (pinned.key !== key) return pinned;
      const made = pinOf({ ...pinned.spec, switches });
      next = made.key;
      return { ...made, name: pinned.name };
    }),
  );
  const renamed = after.map((account) =>
    account.id === accountId && account.timeline === key ? { ...account, timeline: next } : account,
  );
  return { key: next, accounts: renamed };
}

/** The accounts after a timeline was taken away; the first one is chosen in its place. */
export function unpinned(accounts: Accounts, accountId: string, key: string): Accounts {
  const without = changed(accounts, accountId, (timelines) =>
    timelines.filter((pinned) => pinned.key !== key),
  );
  return without.map((account) =>
    account.id === accountId && account.timeline === key
      ? { ...account, timeline: account.timelines[0]?.key ?? key }
      : account,
  );
}

function changed(
  accounts: Accounts,
  accountId: string,
  change: (timelines: readonly PinnedTimeline[]) => readonly PinnedTimeline[],
): Accounts {
  return accounts.map((account) =>
    account.id === accountId ? { ...account, timelines: change(account.timelines) } : account,
  );
}

function pinOf(spec: TimelineSpec): PinnedTimeline {
  if (spec.kind === 'hashtag') return pinTags(...spec.anyOf);
  if (!('id' in spec)) return pin(spec.kind, spec.switches);
  const { lists, antennas, channels, roles } = timelineCatalogue;
  const known = [lists, antennas, channels, roles].flatMap(({ items }) => items);
  return pinNamed(spec.kind, spec.id, known.find(({ id }) => id === spec.id)?.name ?? spec.id);
}
