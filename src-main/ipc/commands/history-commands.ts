import type { Log } from '../../engine/log.ts';
import type { Messages } from '../../engine/messages/index.ts';
import type { Bell } from '../../engine/notices/bell.ts';
import type { History } from '../../engine/notices/history.ts';
import { type Erasure, erases } from '../../engine/notices/history-entry.ts';
import type { ExportFormat } from '../../engine/notices/history-export.ts';
import type { CallAnswer, CallResult, HistoryCalls } from '../contract.ts';
import type { NoticeSearch } from '../found-notices.ts';
import type { Commands } from './commands.ts';
import { done, fail } from './server-calls.ts';

export interface HistoryCommandsOptions {
  readonly history: History;
  readonly bell: Bell;
  readonly search: NoticeSearch;
  /** Resolves when notices that are being let go are gone. */
  readonly tidied: () => Promise<void>;
  readonly messages: () => Messages;
  readonly log: Log;
  /** Asks the user where an export is to go; null = nowhere. */
  readonly chooseExportFile: (format: ExportFormat) => Promise<string | null>;
  /** Writes everything that is kept into a file. @throws when the disk refuses. */
  readonly exportHistory: (format: ExportFormat, path: string) => Promise<void>;
}

/** What can be done with all that is kept. */
export function createHistoryCommands({
  history,
  bell,
  search,
  tidied,
  messages,
  log,
  chooseExportFile,
  exportHistory,
}: HistoryCommandsOptions): Commands<HistoryCalls> {
  const words = () => messages().history;

  async function answered<Data>(
    ask: () => Promise<Data>,
    sentence: () => string,
  ): Promise<CallAnswer<Data>> {
    try {
      return { ok: true, data: await ask() };
    } catch (error) {
      log.warn('history: a call failed', { error: String(error) });
      return fail(sentence());
    }
  }

  /** First the bell: what stands on the desktop or counts as unread goes with them. */
  async function erase(what: Erasure): Promise<CallResult> {
    const isErased = erases(what);
    for (const accountId of history.accountIds()) {
      const gone = history.of(accountId).filter(({ notice }) => isErased(notice));
      bell.remove(
        accountId,
        gone.map(({ notice }) => notice.id),
      );
    }
    return (await history.erase(what)) ? done : fail(words().eraseFailed);
  }

  return {
    searchNotices: (query, cursor) =>
      answered(
        () => search.page(query, cursor),
        () => words().searchFailed,
      ),

    getHistoryExtent: () =>
      answered(
        async () => {
          // Narrower bounds may just be put into effect.
          await tidied();
          return history.extent();
        },
        () => words().searchFailed,
      ),

    exportHistory: (format) =>
      answered(
        async () => {
          const path = await chooseExportFile(format);
          if (path !== null) await exportHistory(format, path);
          return { path };
        },
        () => words().exportFailed,
      ),

    eraseHistory: ({ accountId, before }) =>
      erase({ accountId: accountId ?? undefined, before: before ?? undefined }),

    deleteNotice(noticeId, withGroup) {
      const group = withGroup ? history.group(noticeId).map(({ notice }) => notice.id) : [];
      return erase({ noticeIds: [...new Set([noticeId, ...group])] });
    },
  };
}
