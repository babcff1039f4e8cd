import type { Fetch } from '../fetch.ts';
import { ApiError, type ApiErrorKind, readText } from '../misskey/api/api.ts';
import type { UntilDone } from '../misskey/api/until-done.ts';
import type { Clock } from '../streaming/clock.ts';
import { problemOf } from '../streaming/network-problem.ts';
import { parseRetryAfter } from '../streaming/ws-socket.ts';
import type { FeedEvent } from './feed-event.ts';
import type { FeedCursor } from './feed-link.ts';
import type { FeedSecrets } from './feed-secrets.ts';
import { scopeOf } from './notices/scope.ts';
import { parseTemplate, renderTemplate, type Template } from './notices/template.ts';
import { jsonOf } from './payload.ts';
import type { CatchUp } from './preset.ts';
import { requestHeaders } from './request-headers.ts';

export interface FeedCatchUpOptions {
  readonly catchUp: CatchUp;
  readonly secrets: FeedSecrets;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** Keeps the mark of the newest event that is known; empty = there was none. */
  readonly cursor: FeedCursor;
  readonly untilDone: UntilDone;
  /** What was missed, oldest first; some of it may be known already. */
  readonly onMissed: (events: readonly FeedEvent[]) => void;
}

/** No server needs longer for a list (ms). */
const timeout = 15_000;
/** As many lists are asked for one gap, which bounds a server that never ends. */
const mostPages = 10;
/** Entries of one list that are looked at. */
const mostEntries = 200;
/** Bytes. */
const longestList = 4 * 1024 * 1024;
const longestMark = 256;

/**
 * Asks the server for what its stream did not tell, after each connect. The first one of all only learns
 * where the list stands: what is older than the feed rings for nobody.
 */
export class FeedCatchUp {
  readonly #options: FeedCatchUpOptions;
  readonly #mark: Template;
  readonly #url: URL;
  /** The mark must not go on past what the server has not told yet. */
  #isAsking = false;

  /** @throws when the preset's template cannot be read. */
  constructor(options: FeedCatchUpOptions) {
    this.#options = options;
    const mark = parseTemplate(options.catchUp.mark);
    if ('problem' in mark) throw new Error(`the mark of a preset cannot be read: ${mark.problem}`);
    this.#mark = mark;
    this.#url = new URL(options.catchUp.url);
  }

  /** The feed is online. */
  start(): void {
    this.#isAsking = true;
    this.#options.untilDone.start(async (wanted) => {
      const { events, newest } = await this.#missed(wanted);
      if (!wanted()) return;
      // On the disk before the mark goes on: a kill between the two asks once more.
      if (events.length > 0) this.#options.onMissed(events);
      this.#isAsking = false;
      this.#options.cursor.set(newest);
    });
  }

  /** The feed is no longer online. */
  stop(): void {
    this.#options.untilDone.stop();
    this.#isAsking = false;
  }

  /** The stream brought an event that rings, or rang before. */
  saw(event: FeedEvent): void {
    if (this.#isAsking) return;
    const mark = this.#markOf(event);
    if (mark !== '') this.#options.cursor.set(mark);
  }

  /** What is in the list since the mark, oldest first, and the newest mark. */
  async #missed(
    wanted: () => boolean,
  ): Promise<{ readonly events: readonly FeedEvent[]; readonly newest: string }> {
    const known = this.#options.cursor.get();
    if (known === null) return { events: [], newest: (await this.#page(''))[0]?.mark ?? '' };
    const found = new Map<string, FeedEvent>();
    let from = known;
    // Whichever way a server goes through a gap, a later list brings what is newer, and the last one nothing.
    for (let page = 0; page < mostPages && wanted(); page += 1) {
      const fresh = (await this.#page(from)).filter(({ mark }) => !found.has(mark));
      for (const { mark, event } of fresh.toReversed()) found.set(mark, event);
      if (fresh[0] === undefined) break;
      from = fresh[0].mark;
    }
    return { events: [...found.values()], newest: from };
  }

  /** One list, newest first; entries without a mark are none of what is looked for. */
  async #page(from: string): Promise<{ mark: string; event: FeedEvent }[]> {
    const { catchUp } = this.#options;
    const entries = await this.#ask(from);
    return entries.flatMap((entry) => {
      const { name, data } = catchUp.event(entry);
      const event = { name, id: null, text: JSON.stringify(data) ?? '', data, retained: false };
      const mark = this.#markOf(event);
      return mark === '' ? [] : [{ mark, event }];
    });
  }

  /** @throws ApiError */
  async #ask(from: string): Promise<readonly unknown[]> {
    const { catchUp, clock, fetch, secrets, userAgent } = this.#options;
    const url = new URL(this.#url);
    if (from !== '') url.searchParams.set(catchUp.parameter, from);
    const what = url.host;
    const abort = new AbortController();
    const timer = clock.setTimeout(() => abort.abort(), timeout);
    try {
      const response = await fetch(url.href, {
        headers: { accept: 'application/json', ...requestHeaders(secrets, userAgent) },
        redirect: 'manual',
        signal: abort.signal,
      });
      if (!response.ok) throw failure(what, response);
      const list = jsonOf(await readText(response, what, longestList));
      if (!Array.isArray(list))
        throw new ApiError(what, 'not-misskey', { status: response.status });
      return list.slice(0, mostEntries);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError(what, 'unreachable', { problem: problemOf(error) });
    } finally {
      timer.cancel();
      abort.abort();
    }
  }

  #markOf(event: FeedEvent): string {
    return renderTemplate(this.#mark, scopeOf(event), longestMark).trim();
  }
}

function failure(what: string, { status, headers }: Response): ApiError {
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'));
  return new ApiError(what, kindOf(status), { status, retryAfterMs });
}

function kindOf(status: number): ApiErrorKind {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'rejected' : 'not-misskey';
}
