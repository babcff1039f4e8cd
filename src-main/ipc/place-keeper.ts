import type { AccountId, Place } from './contract.ts';

/** Keeps where the reader is, so that the window can be destroyed and made again at any moment. */
export class PlaceKeeper {
  readonly #accountIds: () => readonly AccountId[];
  #place: Place = {
    view: 'notices',
    accountId: null,
    settingsPage: null,
    feedId: null,
    columns: [],
    anchors: { notices: null, timelines: [] },
  };

  /** @param accountIds of all accounts that there are, the first one for a reader who is at none of them. */
  constructor(accountIds: () => readonly AccountId[]) {
    this.#accountIds = accountIds;
  }

  /** Where the reader is, as far as its accounts exist. */
  get place(): Place {
    const ids = this.#accountIds();
    const { accountId, columns, anchors, ...rest } = this.#place;
    const exists = ({ accountId: id }: { readonly accountId: AccountId }) => ids.includes(id);
    return {
      ...rest,
      accountId: accountId !== null && ids.includes(accountId) ? accountId : (ids[0] ?? null),
      columns: columns.filter(exists),
      anchors: { ...anchors, timelines: anchors.timelines.filter(exists) },
    };
  }

  change(changes: Partial<Place>): void {
    this.#place = { ...this.#place, ...changes };
  }
}
