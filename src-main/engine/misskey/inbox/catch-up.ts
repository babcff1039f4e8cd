import type { MisskeyApi } from '../api/api.ts';
import { type Notification, notificationSchema, pageOf } from '../api/schemas.ts';

const page = pageOf(notificationSchema);
const pageSize = 100;
/** The server keeps about 500 notifications; twice that bounds a server which never ends. */
const mostPages = 10;

/**
 * The newest notifications, newest first, for an account that connects for the first time. Always
 * without marking them as read, which is the server's default and would clear the badge everywhere
 * (PROTOCOL §0.12).
 * @throws ApiError
 */
export async function fetchNewest(api: MisskeyApi, limit: number): Promise<Notification[]> {
  const { items } = await api.call('i/notifications', { limit, markAsRead: false }, page);
  return items;
}

/**
 * What was missed since an id, oldest first; some of it may be known already.
 *
 * With `sinceId` alone the server answers oldest first and keeps the oldest of the gap, so the pages
 * are walked forward until an empty one (PROTOCOL §0.13). An empty page is still no proof, since the
 * server drops entries after it applied the limit (§0.14): one look at the newest closes the walk.
 *
 * @param since null = the account had no notification yet.
 * @throws ApiError
 */
export async function fetchMissed(api: MisskeyApi, since: string | null): Promise<Notification[]> {
  const found = new Map<string, Notification>();
  let from = since;
  for (let count = 0; count < mostPages && from !== null; count += 1) {
    const { items, lastId } = await api.call(
      'i/notifications',
      { sinceId: from, limit: pageSize, markAsRead: false },
      page,
    );
    for (const item of items) found.set(item.id, item);
    from = lastId;
  }
  for (const item of await fetchNewest(api, since === null ? pageSize : 10)) {
    if (since === null || item.id > since) found.set(item.id, item);
  }
  return [...found.values()].sort((a, b) => a.createdAt - b.createdAt || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
