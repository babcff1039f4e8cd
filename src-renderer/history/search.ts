import { type Accessor, batch, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type {
  AccountId,
  CallAnswer,
  FoundNotices,
  NoticeKind,
  NoticeQuery,
  NoticeView,
} from '../../src-main/ipc/contract.ts';

export type Period = 'any' | 'day' | 'week' | 'month' | 'year';

/** What the results are narrowed to. */
export interface Filters {
  /** Null = all. */
  readonly kind: NoticeKind | null;
  /** Null = all. */
  readonly accountId: AccountId | null;
  readonly period: Period;
  readonly unreadOnly: boolean;
  readonly silentOnly: boolean;
}

export const noFilters: Filters = {
  kind: null,
  accountId: null,
  period: 'any',
  unreadOnly: false,
  silentOnly: false,
};

/** Whether they leave anything out. */
export function isNarrowed(filters: Filters): boolean {
  const { kind, accountId, period, unreadOnly, silentOnly } = filters;
  return kind !== null || accountId !== null || period !== 'any' || unreadOnly || silentOnly;
}

const day = 24 * 60 * 60_000;
const lengths: Readonly<Record<Period, number | null>> = {
  any: null,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
};

/** What the main process is asked. `now`: milliseconds since the epoch. */
export function queryOf(text: string, filters: Filters, now: number): NoticeQuery {
  const { kind, accountId, period, unreadOnly, silentOnly } = filters;
  const length = lengths[period];
  return {
    text: text.trim(),
    accountId,
    kinds: kind === null ? [] : [kind],
    from: length === null ? null : now - length,
    until: null,
    unreadOnly,
    silentOnly,
  };
}

/** The search among all kept notices, as the window shows it. */
export interface NoticeSearch {
  readonly isOpen: Accessor<boolean>;
  readonly text: Accessor<string>;
  readonly filters: Accessor<Filters>;
  /** Newest first. */
  readonly items: Accessor<readonly NoticeView[]>;
  readonly hasMore: Accessor<boolean>;
  /** `searching`: what `items` holds answers an earlier question. */
  readonly state: Accessor<'searching' | 'done' | 'failed'>;
  /** Why it failed; empty where there is no sentence for it. */
  readonly error: Accessor<string>;
  /** Opens the search, or calls its field to the one that is open. */
  readonly open: (text?: string) => void;
  readonly close: () => void;
  /** Asks once the reader pauses typing. */
  readonly type: (text: string) => void;
  readonly narrow: (changes: Partial<Filters>) => void;
  /** Asks again, for what is kept has changed. */
  readonly again: () => void;
  /** Loads the next page; nothing while `items` answers an earlier question. */
  readonly loadMore: () => Promise<CallAnswer<unknown>>;
  /** Shows one as read, which the reader opened. */
  readonly markRead: (id: string) => void;
  /** What `items` answers. Another object for another question, the same one when it was asked again. */
  readonly question: Accessor<Question>;
  /** Whether the field is to take the focus, which `focusTaken` ends. */
  readonly wantsFocus: Accessor<boolean>;
  readonly focusTaken: () => void;
}

/** What the reader asked for. */
export interface Question {
  readonly text: string;
  readonly filters: Filters;
}

/** So long nothing is typed before it is looked for, in ms. */
const pause = 180;

/** Makes the search, which is closed at first. */
export function createNoticeSearch(options: {
  readonly ask: (query: NoticeQuery, cursor: string | null) => Promise<CallAnswer<FoundNotices>>;
  readonly now: () => number;
  /** Calls later; returns what takes that back. */
  readonly later: (act: () => void, delay: number) => () => void;
}): NoticeSearch {
  const { ask, now, later } = options;
  const [isOpen, setOpen] = createSignal(false);
  const [text, setText] = createSignal('');
  const [filters, setFilters] = createSignal(noFilters);
  // A store: what changes of a notice is shown at its place, and its element keeps the focus.
  const [found, setFound] = createStore<{ items: readonly NoticeView[] }>({ items: [] });
  const [next, setNext] = createSignal<string | null>(null);
  const [state, setState] = createSignal<'searching' | 'done' | 'failed'>('done');
  const [error, setError] = createSignal('');
  const [wantsFocus, setWantsFocus] = createSignal(false);
  const [question, setQuestion] = createSignal<Question>({ text: '', filters: noFilters });
  let turn = 0;
  let query = queryOf('', noFilters, 0);
  let forget = () => {};

  const search = async () => {
    forget();
    turn += 1;
    const mine = turn;
    const wanted = { text: text(), filters: filters() };
    query = queryOf(wanted.text, wanted.filters, now());
    setState('searching');
    const answer = await ask(query, null);
    if (mine !== turn) return;
    batch(() => {
      setQuestion((before) => (isSame(before, wanted) ? before : wanted));
      setState(answer.ok ? 'done' : 'failed');
      setError(answer.ok ? '' : answer.error);
      setFound('items', answer.ok ? answer.data.items : []);
      setNext(answer.ok ? answer.data.next : null);
    });
  };

  return {
    isOpen,
    text,
    filters,
    items: () => found.items,
    hasMore: () => next() !== null,
    state,
    error,
    question,
    wantsFocus,
    focusTaken: () => setWantsFocus(false),
    open(wanted) {
      const isNew = !isOpen() || wanted !== undefined;
      batch(() => {
        setOpen(true);
        setWantsFocus(true);
        if (wanted !== undefined) setText(wanted);
      });
      if (isNew) void search();
    },
    close() {
      forget();
      turn += 1;
      batch(() => {
        setOpen(false);
        setWantsFocus(false);
        setText('');
        setFilters(noFilters);
        setFound('items', []);
        setNext(null);
        setState('done');
      });
    },
    type(typed) {
      setText(typed);
      setState('searching');
      forget();
      // What is on its way answers what was typed before.
      turn += 1;
      forget = later(() => void search(), pause);
    },
    narrow(changes) {
      setFilters((before) => ({ ...before, ...changes }));
      void search();
    },
    again() {
      if (isOpen()) void search();
    },
    markRead: (id) => setFound('items', (notice) => notice.id === id, { read: true }),
    async loadMore() {
      const cursor = next();
      // While it is searched, the cursor belongs to the question before.
      if (cursor === null || state() === 'searching') return { ok: true, data: null };
      const mine = turn;
      const answer = await ask(query, cursor);
      if (mine !== turn || !answer.ok) return answer;
      batch(() => {
        setFound('items', (before) => withPage(before, answer.data.items));
        setNext(answer.data.next);
      });
      return answer;
    },
  };
}

function isSame(a: Question, b: Question): boolean {
  return a.text === b.text && a.filters === b.filters;
}

/** Across two pages a notice may come twice. */
function withPage(
  before: readonly NoticeView[],
  page: readonly NoticeView[],
): readonly NoticeView[] {
  const ids = new Set(before.map(({ id }) => id));
  return [...before, ...page.filter(({ id }) => !ids.has(id))];
}
