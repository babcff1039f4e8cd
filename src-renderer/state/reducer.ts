import type { NoticesView, NoticeView, Patch, Snapshot } from '../../src-main/ipc/contract.ts';
import { appended, inserted, replaced } from './lists.ts';
import { changedDetail, innerRemoval, isNote, noteUpdate } from './notes.ts';
import {
  appendNotes,
  closeTimeline,
  fallBehind,
  insertNote,
  type KeptTimeline,
  removeNote,
  resetTimeline,
  timelinesOf,
  updateNote,
} from './timelines.ts';

/** Notices kept in the window; the oldest make room for new ones. */
export const mostNotices = 500;

/** What the window keeps: the snapshot, and the notes of some timelines that it has left. */
export interface WindowState extends Snapshot {
  readonly timelines: readonly KeptTimeline[];
}

/**
 * The state after a change. Pure: the given state stays as it is, and what did not change is shared
 * with it. A patch that fits nothing (another account's note, an id that is gone, one that came
 * already) gives back the same state.
 */
export function applyPatch(state: WindowState, patch: Patch): WindowState {
  switch (patch.kind) {
    case 'slices': {
      const next = { ...state, ...patch.slices };
      return withTimelines(next, timelinesOf(next.timelines, next.accounts));
    }
    // Where the reader is, is kept by the navigation.
    case 'go':
      return state;
    case 'notices-reset':
      return { ...state, notices: boundedNotices(patch.notices) };
    case 'notice-insert':
      return withNotices(state, insertedNotice(state.notices.items, patch.notice, patch.replaces));
    case 'notice-update':
      return withNotices(state, replaced(state.notices.items, patch.notice));
    case 'notices-older': {
      const items = appended(state.notices.items, patch.notices.items);
      return { ...state, notices: boundedNotices({ items, hasOlder: patch.notices.hasOlder }) };
    }
    case 'timeline-reset':
      return withTimelines(state, resetTimeline(state.timelines, patch.timeline));
    case 'timeline-close':
      return withTimelines(state, closeTimeline(state.timelines, patch.timeline));
    case 'timeline-insert':
      return withTimelines(state, insertNote(state.timelines, patch));
    case 'timeline-behind':
      return withTimelines(state, fallBehind(state.timelines, patch.timeline));
    case 'timeline-older':
      return withTimelines(state, appendNotes(state.timelines, patch));
    case 'note-update':
      return withDetail(
        withTimelines(state, updateNote(state.timelines, patch.note)),
        changedDetail(state.detail, noteUpdate(patch.note)),
      );
    case 'note-remove':
      return withDetail(
        withTimelines(state, removeNote(state.timelines, patch)),
        detailWithout(state.detail, patch.accountId, patch.noteId),
      );
  }
}

function withTimelines(state: WindowState, timelines: readonly KeptTimeline[]): WindowState {
  return timelines === state.timelines ? state : { ...state, timelines };
}

function withDetail(state: WindowState, detail: Snapshot['detail']): WindowState {
  return detail === state.detail ? state : { ...state, detail };
}

/** Only the main process can say why the note that is shown is gone; what stands around it goes here. */
function detailWithout(
  detail: Snapshot['detail'],
  accountId: string,
  noteId: string,
): Snapshot['detail'] {
  const next = changedDetail(detail, innerRemoval(accountId, noteId));
  if (next?.kind !== 'note' || next.replyTo === null) return next;
  return isNote(next.replyTo, accountId, noteId) ? { ...next, replyTo: null } : next;
}

function insertedNotice(
  items: readonly NoticeView[],
  notice: NoticeView,
  replaces: string | null,
): readonly NoticeView[] {
  const others = items.some(({ id }) => id === replaces)
    ? items.filter(({ id }) => id !== replaces)
    : items;
  return inserted(others, notice);
}

function withNotices(state: WindowState, items: NoticesView['items']): WindowState {
  if (items === state.notices.items) return state;
  return { ...state, notices: boundedNotices({ ...state.notices, items }) };
}

function boundedNotices(notices: NoticesView): NoticesView {
  if (notices.items.length <= mostNotices) return notices;
  return { items: notices.items.slice(0, mostNotices), hasOlder: true };
}
