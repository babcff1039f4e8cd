import type {
  AccountView,
  NoteView,
  Patch,
  TimelineRef,
  TimelineView,
} from '../../src-main/ipc/contract.ts';
import { appended, inserted } from './lists.ts';
import { changedNotes, innerRemoval, isNote, noteUpdate } from './notes.ts';
import { isSameTimeline } from './refs.ts';

/** Notes kept of each timeline in the window; the oldest make room for new ones. */
export const mostNotes = 400;
/** Disconnected timelines whose notes are kept, so that coming back to one shows it at once. */
const mostClosed = 4;

/** A timeline as the window keeps it: also for a while after it was disconnected. */
export interface KeptTimeline extends TimelineView {
  /** Absent while it is connected; of two that are not, the one closed later has the higher number. */
  readonly closed?: number;
}

type Timelines = readonly KeptTimeline[];
type PatchOf<Kind extends Patch['kind']> = Extract<Patch, { readonly kind: Kind }>;

/** The connected timeline of this name, or what is kept of it; undefined where nothing is known. */
export function findTimeline(timelines: Timelines, ref: TimelineRef): KeptTimeline | undefined {
  return timelines.find((timeline) => isSameTimeline(timeline, ref));
}

/**
 * Adds a timeline, or replaces the one of the same name. While the new one has nothing to show yet,
 * the notes that are there stay.
 */
export function resetTimeline(timelines: Timelines, timeline: TimelineView): Timelines {
  const before = findTimeline(timelines, timeline);
  if (before === undefined) return [...timelines, bounded(timeline)];
  const stay = timeline.state !== 'ready' && timeline.notes.length === 0;
  const { notes, hasOlder, gapAfter } = stay ? before : timeline;
  const next = bounded({ ...timeline, notes, hasOlder, gapAfter });
  return timelines.map((other) => (other === before ? next : other));
}

/** Disconnects a timeline; the few that were disconnected last are kept. */
export function closeTimeline(timelines: Timelines, ref: TimelineRef): Timelines {
  const own = findTimeline(timelines, ref);
  if (own === undefined || own.closed !== undefined) return timelines;
  const order = timelines.map(({ closed = 0 }) => closed).sort((a, b) => b - a);
  const [last = 0] = order;
  const oldest = order[mostClosed - 1] ?? 0;
  return timelines.flatMap((timeline) => {
    if (timeline.closed !== undefined) return timeline.closed <= oldest ? [] : [timeline];
    if (timeline !== own) return [timeline];
    return [{ ...timeline, state: 'loading' as const, error: null, closed: last + 1 }];
  });
}

/** Forgets the timelines of accounts that are gone. */
export function timelinesOf(timelines: Timelines, accounts: readonly AccountView[]): Timelines {
  const ids = new Set(accounts.map(({ id }) => id));
  return timelines.every(({ accountId }) => ids.has(accountId))
    ? timelines
    : timelines.filter(({ accountId }) => ids.has(accountId));
}

export function insertNote(
  timelines: Timelines,
  { timeline, note, most }: PatchOf<'timeline-insert'>,
): Timelines {
  if (note.accountId !== timeline.accountId) return timelines;
  return changed(timelines, (before) =>
    isSameTimeline(before, timeline)
      ? withNotes(before, inserted(before.notes, note), most)
      : before,
  );
}

/** Newer notes came than there is room for. */
export function fallBehind(timelines: Timelines, ref: TimelineRef): Timelines {
  return changed(timelines, (timeline) =>
    isSameTimeline(timeline, ref) && !timeline.behind ? { ...timeline, behind: true } : timeline,
  );
}

export function appendNotes(
  timelines: Timelines,
  { timeline, notes, hasOlder }: PatchOf<'timeline-older'>,
): Timelines {
  return changed(timelines, (before) =>
    isSameTimeline(before, timeline)
      ? bounded({ ...before, notes: appended(before.notes, notes), hasOlder })
      : before,
  );
}

export function updateNote(timelines: Timelines, note: NoteView): Timelines {
  const change = noteUpdate(note);
  return changed(timelines, (timeline) =>
    timeline.accountId === note.accountId
      ? withNotes(timeline, changedNotes(timeline.notes, change))
      : timeline,
  );
}

export function removeNote(
  timelines: Timelines,
  { accountId, noteId }: PatchOf<'note-remove'>,
): Timelines {
  const change = innerRemoval(accountId, noteId);
  return changed(timelines, (timeline) => {
    if (timeline.accountId !== accountId) return timeline;
    const without = withoutNote(timeline, noteId);
    return withNotes(without, changedNotes(without.notes, change));
  });
}

/** The break after a removed note moves up to the note before it. */
function withoutNote(timeline: KeptTimeline, noteId: string): KeptTimeline {
  const { accountId, notes } = timeline;
  const index = notes.findIndex((note) => isNote(note, accountId, noteId));
  if (index === -1) return timeline;
  const gapAfter =
    timeline.gapAfter === noteId ? (notes[index - 1]?.id ?? null) : timeline.gapAfter;
  return { ...timeline, gapAfter, notes: notes.toSpliced(index, 1) };
}

/** The same list when no timeline in it changed. */
function changed(
  timelines: Timelines,
  change: (timeline: KeptTimeline) => KeptTimeline,
): Timelines {
  const next = timelines.map(change);
  return next.every((timeline, index) => timeline === timelines[index]) ? timelines : next;
}

function withNotes(
  timeline: KeptTimeline,
  notes: readonly NoteView[],
  most = mostNotes,
): KeptTimeline {
  return notes === timeline.notes ? timeline : bounded({ ...timeline, notes }, most);
}

function bounded(timeline: KeptTimeline, most = mostNotes): KeptTimeline {
  if (timeline.notes.length <= most) return timeline;
  const notes = timeline.notes.slice(0, most);
  const { gapAfter } = timeline;
  const gapKept = gapAfter !== null && notes.some(({ id }) => id === gapAfter);
  return { ...timeline, notes, hasOlder: true, gapAfter: gapKept ? gapAfter : null };
}
