import { open, rename, rm } from 'node:fs/promises';
import type { History, HistoryEntry } from './history.ts';
import type { HistoryQuery } from './history-query.ts';

export const exportFormats = ['json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const everything: HistoryQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  decisions: [],
};
/** Notices that are read and written at once. */
const pageSize = 500;

/** What the feed of this id is called; null where there is none. */
export type FeedNames = (id: string) => string | null;

/** One notice as it is exported; the names are the columns of CSV. */
function fieldsOf({ notice, decision, read, answered }: HistoryEntry, feedName: FeedNames) {
  const { person, note } = notice;
  return {
    time: timeOf(notice.createdAt),
    account: notice.accountId,
    feed: feedName(notice.accountId),
    type: notice.type,
    name: person?.name ?? null,
    username: person?.username ?? null,
    host: person?.host ?? null,
    reaction: notice.reaction?.code ?? null,
    warning: note?.cw ?? null,
    text: note?.text ?? null,
    heading: notice.heading,
    detail: notice.detail,
    note: note?.id ?? null,
    link: notice.target.kind === 'link' ? notice.target.url : null,
    group: notice.feed?.group ?? null,
    urgency: notice.feed?.urgency ?? null,
    decision: decision.decision,
    reason: decision.reason,
    read,
    answered,
    id: notice.id,
  };
}

/** The farthest that a date can be from the epoch (ms). */
const farthest = 8.64e15;

function timeOf(moment: number): string | null {
  return Math.abs(moment) <= farthest ? new Date(moment).toISOString() : null;
}

type Fields = ReturnType<typeof fieldsOf>;
type Cell = Fields[keyof Fields];

const columns = [
  'time',
  'account',
  'feed',
  'type',
  'name',
  'username',
  'host',
  'reaction',
  'warning',
  'text',
  'heading',
  'detail',
  'note',
  'link',
  'group',
  'urgency',
  'decision',
  'reason',
  'read',
  'answered',
  'id',
] as const satisfies readonly (keyof Fields)[];

interface Writer {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
  readonly write: (entry: HistoryEntry, feedName: FeedNames) => string;
}

const writers: Readonly<Record<ExportFormat, Writer>> = {
  json: {
    begin: '[\n',
    between: ',\n',
    end: '\n]\n',
    write: (entry, feedName) => JSON.stringify(fieldsOf(entry, feedName)),
  },
  // RFC 4180. The mark at the beginning tells spreadsheet programs that this is UTF-8.
  csv: {
    begin: `\uFEFF${columns.join(',')}\r\n`,
    between: '',
    end: '',
    write: (entry, feedName) => {
      const fields = fieldsOf(entry, feedName);
      return `${columns.map((column) => csvCell(fields[column])).join(',')}\r\n`;
    },
  },
};

/** What makes spreadsheet programs take a text for a formula, also in full width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** One cell of CSV; what strangers wrote can neither break out of it nor be run as a formula. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== text
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/** Everything that is kept, newest first, piece by piece; between two pieces all else has its turn. */
export async function* exported(
  history: History,
  format: ExportFormat,
  feedName: FeedNames,
): AsyncGenerator<string> {
  const { begin, between, end, write } = writers[format];
  yield begin;
  // One that goes to the archive between two pages comes twice.
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<History['search']>> = await history.search(
      everything,
      cursor,
      pageSize,
    );
    let text = '';
    for (const entry of page.entries) {
      if (seen.has(entry.notice.id)) continue;
      text += `${seen.size === 0 ? '' : between}${write(entry, feedName)}`;
      seen.add(entry.notice.id);
    }
    yield text;
    cursor = page.next;
  } while (cursor !== null);
  yield end;
}

/**
 * Exports into a file that only its owner may read: whole, or not at all, and then what was there before
 * stays.
 * @throws when the disk refuses.
 */
export async function exportHistory(
  history: History,
  format: ExportFormat,
  feedName: FeedNames,
  path: string,
): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    // A file that is there already would keep its own permissions.
    await rm(unfinished, { force: true });
    const file = await open(unfinished, 'wx', 0o600);
    try {
      for await (const text of exported(history, format, feedName)) await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}
