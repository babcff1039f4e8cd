import type { HistoryExtentView, Settings } from '../../src-main/ipc/contract.ts';

type Bounds = Settings['history'];

const day = 24 * 60 * 60_000;
const megabyte = 1024 * 1024;

/**
 * Whether notices are erased at once when these bounds take the place of those before.
 *
 * @param extent null = not known: then every narrower bound may erase something
 * @param now milliseconds since the epoch
 */
export function erasesAtOnce(
  extent: HistoryExtentView | null,
  before: Bounds,
  after: Bounds,
  now: number,
): boolean {
  const keepsShorter = (after.days ?? Infinity) < (before.days ?? Infinity);
  const keepsLess = after.megabytes < before.megabytes;
  if (extent === null) return keepsShorter || keepsLess;
  const { oldest, bytes } = extent;
  const isTooOld = after.days !== null && oldest !== null && oldest < now - after.days * day;
  return (keepsShorter && isTooOld) || (keepsLess && bytes > after.megabytes * megabyte);
}
