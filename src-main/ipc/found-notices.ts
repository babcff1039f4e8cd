import { BoundedMap } from '../engine/bounded-map.ts';
import type { Messages } from '../engine/messages/index.ts';
import type { History, HistoryEntry } from '../engine/notices/history.ts';
import { followedPeople } from '../engine/notices/notice-actions.ts';
import type { FoundNotices, NoticeQuery, NoticeView } from './contract.ts';
import { type NoticeSources, noticeSource } from './notice-source.ts';
import type { ImageAddresses } from './views/images.ts';
import { noticeView } from './views/notice-view.ts';

export interface FoundNoticesOptions extends NoticeSources {
  readonly history: History;
  readonly images: ImageAddresses;
  readonly messages: () => Messages;
}

const pageSize = 50;
/** Found notices that can still be opened: as many as the window shows. */
const mostFound = 1_000;

/** The search that the window shows: one at a time, page by page. */
export class NoticeSearch {
  readonly #options: FoundNoticesOptions;
  #found = new BoundedMap<string, HistoryEntry>(mostFound);
  #turn = 0;

  constructor(options: FoundNoticesOptions) {
    this.#options = options;
  }

  /** @throws when what is kept cannot be read. */
  async page(query: NoticeQuery, cursor: string | null): Promise<FoundNotices> {
    if (cursor === null) {
      this.#turn += 1;
      this.#found = new BoundedMap(mostFound);
    }
    const turn = this.#turn;
    const { silentOnly, ...rest } = query;
    const { entries, next } = await this.#options.history.search(
      { ...rest, decisions: silentOnly ? ['held', 'suppressed'] : [] },
      cursor,
      pageSize,
      () => turn !== this.#turn,
    );
    const follows = followedPeople(this.#options.history.newest());
    const items = entries.flatMap((entry) => {
      this.#found.set(entry.notice.id, entry);
      return this.#view(entry, follows) ?? [];
    });
    return { items, next };
  }

  /** One that was found by the present search. */
  get(noticeId: string): HistoryEntry | undefined {
    return this.#found.get(noticeId);
  }

  /** Null when its source is gone. */
  #view(entry: HistoryEntry, follows: ReturnType<typeof followedPeople>): NoticeView | null {
    const { history, images, messages } = this.#options;
    const source = noticeSource(this.#options, entry.notice.accountId);
    if (source === null) return null;
    const view = noticeView([entry], source.origin, messages(), images, follows);
    if (history.get(entry.notice.id) !== undefined) return view;
    // What is done once is not kept for those in the archive; a note can be answered at any time.
    const actions = view.actions.filter((action) => action === 'reply' || action === 'react');
    return { ...view, actions };
  }
}
