import type { Patch, Snapshot, TimelineRef } from '../../../src-main/ipc/contract.ts';
import type { WindowState } from '../../../src-renderer/state/reducer.ts';
import { isSameTimeline } from '../../../src-renderer/state/refs.ts';
import { everyday } from './fixtures/everyday.ts';

/** What the main process sends where other timelines come into view. */
export function watched(state: WindowState, refs: readonly TimelineRef[]): readonly Patch[] {
  const open = state.timelines.filter(({ closed }) => closed === undefined);
  const left = open.filter((timeline) => !refs.some((ref) => isSameTimeline(ref, timeline)));
  const come = refs.filter((ref) => !open.some((timeline) => isSameTimeline(ref, timeline)));
  return [
    ...left.map(
      ({ accountId, key }): Patch => ({ kind: 'timeline-close', timeline: { accountId, key } }),
    ),
    ...come.flatMap((ref) => opened(state, ref)),
  ];
}

/** As it was where it was open before; else a made-up one. */
function opened(state: WindowState, ref: TimelineRef): readonly Patch[] {
  const kept = state.timelines.find((timeline) => isSameTimeline(timeline, ref));
  if (kept !== undefined) {
    const { closed: _, ...timeline } = kept;
    return [{ kind: 'timeline-reset', timeline: { ...timeline, state: 'ready' } }];
  }
  const pinned = pinnedOf(state, ref);
  if (pinned === undefined) return [];
  const notes = everyday.map((note) => ({
    ...note,
    id: `${ref.key}-${note.id}`,
    accountId: ref.accountId,
  }));
  return [
    {
      kind: 'timeline-reset',
      timeline: {
        ...ref,
        spec: pinned.spec,
        name: pinned.name,
        state: 'ready',
        error: null,
        notLive: null,
        notes,
        hasOlder: false,
        gapAfter: null,
        behind: false,
      },
    },
  ];
}

function pinnedOf({ accounts }: Pick<Snapshot, 'accounts'>, { accountId, key }: TimelineRef) {
  return accounts
    .find(({ id }) => id === accountId)
    ?.timelines.find((pinned) => pinned.key === key);
}
