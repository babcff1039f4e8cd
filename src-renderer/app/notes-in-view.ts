import { type Accessor, createEffect, on, onCleanup } from 'solid-js';
import type { Calls, NoteView, TimelineRef } from '../../src-main/ipc/contract.ts';
import { seenIds } from '../state/notes.ts';
import type { Actions } from './actions.ts';

/** The notes in view, as they are told. */
type Watched = Parameters<Calls['watchNotes']>[0];

/** How long after a change the notes in view are told, in ms: often enough for a reader, never a flood. */
const pace = 250;
/**
 * A note counts once it has stood on the screen so long, in ms: what a flood carries past is gone by
 * then, because its batches come oftener, and the server is not asked to tell of it.
 */
const moment = 500;
/** Notes of one account told at once. */
const mostNotes = 200;

/** Which notes are on the screen. */
export interface NotesInView {
  /** Begins with a note's element, until its owner is gone. */
  readonly observe: (element: Element, note: Accessor<NoteView>) => void;
}

export interface NotesInViewOptions {
  readonly actions: Pick<Actions, 'watchNotes'>;
  /** False while the window is hidden. */
  readonly seen: Accessor<boolean>;
  /** Whether something covers the lists. */
  readonly covered: Accessor<boolean>;
}

/** Tells the main process which notes are on the screen: these are captured, and no others. */
export function createNotesInView({ actions, seen, covered }: NotesInViewOptions): NotesInView {
  /** With the time at which each came, in monotonic ms. */
  const visible = new Map<Element, { note: Accessor<NoteView>; since: number }>();
  const observed = new WeakMap<Element, Accessor<NoteView>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '[]';

  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    const now = performance.now();
    const stayed = [...visible].filter(([, { since }]) => now - since >= moment);
    const shown = stayed.filter(([element]) => element.closest('[inert]') === null);
    const watched = seen() ? byAccount(shown.map(([, { note }]) => note())) : [];
    if (seen() && stayed.length < visible.size) later();
    const text = JSON.stringify(watched);
    if (text === told) return;
    told = text;
    void actions.watchNotes(watched);
  };
  const later = () => {
    timer ??= setTimeout(tell, pace);
  };

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const note = isIntersecting ? observed.get(target) : undefined;
      if (note === undefined) visible.delete(target);
      else if (!visible.has(target)) visible.set(target, { note, since: performance.now() });
    }
    later();
  });
  // Nobody sees a hidden window: that is told at once.
  createEffect(on(seen, (isSeen) => (isSeen ? later() : tell()), { defer: true }));
  createEffect(on(covered, later, { defer: true }));
  onCleanup(() => {
    clearTimeout(timer);
    observer.disconnect();
  });

  return {
    observe(element, note) {
      observed.set(element, note);
      observer.observe(element);
      onCleanup(() => {
        observer.unobserve(element);
        if (visible.delete(element)) later();
      });
    },
  };
}

function byAccount(notes: readonly NoteView[]): Watched {
  const ids = new Map<TimelineRef['accountId'], Set<string>>();
  for (const note of notes) {
    const own = ids.get(note.accountId) ?? new Set();
    ids.set(note.accountId, own);
    for (const id of seenIds(note)) if (own.size < mostNotes) own.add(id);
  }
  return [...ids].map(([accountId, own]) => ({ accountId, noteIds: [...own] }));
}
