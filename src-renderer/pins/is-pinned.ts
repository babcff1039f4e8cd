import type {
  PinnedTimeline,
  TimelineSpec,
  TimelineSwitches,
} from '../../src-main/ipc/contract.ts';

/** Whether a timeline with these parameters is in the list already; with other switches it is another. */
export function isPinned(pinned: readonly PinnedTimeline[], spec: TimelineSpec): boolean {
  return pinned.some(
    (one) =>
      subject(one.spec) === subject(spec) &&
      one.switches.every(
        (name: keyof TimelineSwitches) => one.spec.switches[name] === spec.switches[name],
      ),
  );
}

/** What the timeline is of, without its switches. */
function subject(spec: TimelineSpec): string {
  if (spec.kind === 'hashtag') return JSON.stringify([spec.kind, spec.anyOf]);
  return JSON.stringify([spec.kind, 'id' in spec ? spec.id : null]);
}
