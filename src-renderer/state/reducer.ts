import type {
  NoteView,
  NoticesView,
  Patch,
  Snapshot,
  TimelineView,
} from '../../src-main/ipc/contract.ts';
import { appended, inserted, replaced } from './lists.ts';

/** Notes kept in the window; the oldest make room for new ones. */
export const mostNotes = 400;
/** Notices kept in the window; the oldest make room for new ones. */
export const mostNotices = 500;

/**
 * The snapshot after a change. Pure: the given snapshot stays as it is, and what did not change is
 * shared with it. A patch that fits nothing (another account's note, an id that is gone, one that
 * came already) gives back the same snapshot.
 */
export function applyPatch(snapshot: Snapshot, patch: Patch): Snapshot {
  switch (patch.kind) {
    case 'slices':
      return { ...snapshot, ...patch.slices };
    case 'notices-reset':
      return { ...snapshot, notices: boundedNotices(patch.notices) };
    case 'notice-insert':
      return withNotices(snapshot, inserted(snapshot.notices.items, patch.notice));
    case 'notice-update':
      return withNotices(snapshot, replaced(snapshot.notices.items, patch.notice));
    case 'notices-older': {
      const items = appended(snapshot.notices.items, patch.notices.items);
      return {
        ...snapshot,
        notices: boundedNotices({ items, hasOlder: patch.notices.hasOlder }),
      };
    }
    case 'timeline-reset':
      return { ...snapshot, timeline: patch.timeline && boundedTimeline(patch.timeline) };
    case 'timeline-insert':
      return withTimeline(snapshot, (timeline) =>
        patch.note.accountId === timeline.accountId
          ? withNotes(timeline, inserted(timeline.notes, patch.note))
          : timeline,
      );
    case 'timeline-update':
      return withTimeline(snapshot, (timeline) =>
        patch.note.accountId === timeline.accountId
          ? withNotes(timeline, updatedNotes(timeline.notes, patch.note))
          : timeline,
      );
    case 'timeline-remove':
      return withTimeline(snapshot, (timeline) => withoutNote(timeline, patch.noteId));
    case 'timeline-older':
      return withTimeline(snapshot, (timeline) =>
        boundedTimeline({
          ...timeline,
          notes: appended(timeline.notes, patch.notes),
          hasOlder: patch.hasOlder,
        }),
      );
  }
}

function withNotices(snapshot: Snapshot, items: NoticesView['items']): Snapshot {
  if (items === snapshot.notices.items) return snapshot;
  return { ...snapshot, notices: boundedNotices({ ...snapshot.notices, items }) };
}

function boundedNotices(notices: NoticesView): NoticesView {
  if (notices.items.length <= mostNotices) return notices;
  return { items: notices.items.slice(0, mostNotices), hasOlder: true };
}

function withTimeline(
  snapshot: Snapshot,
  change: (timeline: TimelineView) => TimelineView,
): Snapshot {
  if (snapshot.timeline === null) return snapshot;
  const timeline = change(snapshot.timeline);
  return timeline === snapshot.timeline ? snapshot : { ...snapshot, timeline };
}

function withNotes(timeline: TimelineView, notes: readonly NoteView[]): TimelineView {
  return notes === timeline.notes ? timeline : boundedTimeline({ ...timeline, notes });
}

function boundedTimeline(timeline: TimelineView): TimelineView {
  if (timeline.notes.length <= mostNotes) return timeline;
  const notes = timeline.notes.slice(0, mostNotes);
  const { gapAfter } = timeline;
  const gapKept = gapAfter !== null && notes.some(({ id }) => id === gapAfter);
  return { ...timeline, notes, hasOlder: true, gapAfter: gapKept ? gapAfter : null };
}

/** A note also stands inside those that renote or quote it, and changes there too. */
function updatedNotes(notes: readonly NoteView[], note: NoteView): readonly NoteView[] {
  let changed = false;
  const next = notes.map((candidate) => {
    if (candidate.id === note.id) {
      changed = true;
      return note;
    }
    if (candidate.renote?.id !== note.id) return candidate;
    changed = true;
    return { ...candidate, renote: note };
  });
  return changed ? next : notes;
}

/** The break after a removed note moves up to the note before it. */
function withoutNote(timeline: TimelineView, noteId: string): TimelineView {
  const index = timeline.notes.findIndex(({ id }) => id === noteId);
  if (index === -1) return timeline;
  const gapAfter =
    timeline.gapAfter === noteId ? (timeline.notes[index - 1]?.id ?? null) : timeline.gapAfter;
  return { ...timeline, gapAfter, notes: timeline.notes.toSpliced(index, 1) };
}
