import type { Messages } from '../engine/messages/index.ts';
import { foldGroups, type Row } from '../engine/notices/groups.ts';
import type { History, HistoryEntry } from '../engine/notices/history.ts';
import { type Followed, followedPeople } from '../engine/notices/notice-actions.ts';
import type { NoticesView, NoticeView, Patch } from './contract.ts';
import { type NoticeSources, noticeSource } from './notice-source.ts';
import type { ImageAddresses } from './views/images.ts';
import { noticeView } from './views/notice-view.ts';

/** Rows sent at once; more come when the reader nears the end. */
const noticePage = 60;

export interface NoticeListOptions extends NoticeSources {
  readonly history: History;
  readonly images: ImageAddresses;
  readonly messages: () => Messages;
}

/**
 * The rows that the window has: the newest ones, and as many older ones as it asked for. A row is a
 * notice or a whole group, folded over everything that is kept, so that no page cuts through one.
 */
export class NoticeList {
  readonly #options: NoticeListOptions;
  /** How many the window has, so that a reset does not lose the older ones. */
  #shown = noticePage;

  constructor(options: NoticeListOptions) {
    this.#options = options;
  }

  /** All that the window has, or is to have. */
  view(): NoticesView {
    const rows = this.#rows();
    return { items: this.#views(rows.slice(0, this.#shown)), hasOlder: rows.length > this.#shown };
  }

  /** What a new notice changes; null when it belongs below what the window has, or its source is gone. */
  insertion(entry: HistoryEntry): Patch | null {
    const rows = this.#rows();
    const place = rows.findIndex(([{ group }]) => group === entry.group);
    const row = rows[place];
    if (row === undefined || place > this.#shown) return null;
    const notice = this.#viewOf(row);
    const [newest, next] = row;
    // One that comes late stands behind others of its group, whose row stays where it is.
    if (newest.notice.id !== entry.notice.id) return notice && { kind: 'notice-update', notice };
    if (next === undefined || !this.#hadRow(entry)) this.#shown += 1;
    return notice && { kind: 'notice-insert', notice, replaces: next?.notice.id ?? null };
  }

  /** What a change of a notice changes in its row. */
  update(entry: HistoryEntry): Patch | null {
    const [row] = foldGroups(this.#options.history.group(entry.notice.id));
    const notice = row === undefined ? null : this.#viewOf(row);
    return notice && { kind: 'notice-update', notice };
  }

  /** The page after the last row that the window has, which it has from now on; null when there is none. */
  older(): NoticesView | null {
    const rows = this.#rows();
    const page = rows.slice(this.#shown, this.#shown + noticePage);
    if (rows.length === 0) return null;
    this.#shown += page.length;
    return { items: this.#views(page), hasOlder: rows.length > this.#shown };
  }

  /** The window is gone: the next one starts with the newest page. */
  restart(): void {
    this.#shown = noticePage;
  }

  #rows(): readonly Row[] {
    return foldGroups(this.#options.history.newest());
  }

  /** Whether the window had the row of this entry's group before the entry came. */
  #hadRow(entry: HistoryEntry): boolean {
    const before = this.#options.history
      .newest()
      .filter(({ notice }) => notice.id !== entry.notice.id);
    const place = foldGroups(before).findIndex(([{ group }]) => group === entry.group);
    return place < this.#shown;
  }

  #follows(): Followed {
    return followedPeople(this.#options.history.newest());
  }

  /** A row as the window shows it; null when its source is gone. */
  #viewOf(row: Row, follows: Followed = this.#follows()): NoticeView | null {
    const { messages, images } = this.#options;
    const source = noticeSource(this.#options, row[0].notice.accountId);
    return source && noticeView(row, source.origin, messages(), images, follows);
  }

  #views(rows: readonly Row[]): NoticeView[] {
    const follows = this.#follows();
    return rows.flatMap((row) => this.#viewOf(row, follows) ?? []);
  }
}
