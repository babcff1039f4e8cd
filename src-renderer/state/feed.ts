import type { Bridge, Patch, Snapshot } from '../../src-main/ipc/contract.ts';

/** Takes what the feed brings: the start once, then the changes in order, as many at once as came at once. */
export interface FeedSink {
  readonly start: (snapshot: Snapshot) => void;
  readonly change: (patches: readonly Patch[]) => void;
}

/**
 * Brings the snapshot and then the patches. It listens before it asks, so that no patch is lost;
 * what comes before the snapshot waits for it.
 *
 * @returns what ends the listening.
 * @throws what `getSnapshot` rejects with; nothing is listened to then.
 */
export async function followFeed(
  bridge: Pick<Bridge, 'getSnapshot' | 'onPatches'>,
  sink: FeedSink,
): Promise<() => void> {
  const early: Patch[] = [];
  let started = false;
  const stop = bridge.onPatches((patches) => {
    if (started) sink.change(copied(patches));
    else early.push(...copied(patches));
  });
  try {
    sink.start(copied(await bridge.getSnapshot()));
  } catch (error) {
    stop();
    throw error;
  }
  started = true;
  if (early.length > 0) sink.change(early);
  return stop;
}

/**
 * A copy in which no two places share an object: the store changes its objects in place, and an
 * object that came shared (the same person in two notes) would change in both.
 */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
