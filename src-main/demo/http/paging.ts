import { idOfTime } from '../world/ids.ts';

export interface Paging {
  readonly limit: number;
  readonly sinceId?: string | undefined;
  readonly untilId?: string | undefined;
  readonly sinceDate?: number | undefined;
  readonly untilDate?: number | undefined;
}

/**
 * One page of a list that is ordered oldest first. Given only a beginning, the oldest come first and
 * the limit keeps the oldest; otherwise the newest come first. Ids are compared as strings, and one
 * that is none is no error.
 */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  { limit, sinceId, untilId, sinceDate, untilDate }: Paging,
): Item[] {
  const since = sinceId ?? (sinceDate === undefined ? undefined : idOfTime(sinceDate));
  const until = untilId ?? (untilDate === undefined ? undefined : idOfTime(untilDate));
  const within = items.filter(
    ({ id }) => (since === undefined || id > since) && (until === undefined || id < until),
  );
  const ascending = since !== undefined && until === undefined;
  return ascending ? within.slice(0, limit) : within.reverse().slice(0, limit);
}
