import type {
  AccountView,
  DetailView,
  FeedView,
  TimelineRef,
  ViewName,
} from '../../src-main/ipc/contract.ts';
import type { Actions } from './actions.ts';
import type { AnswerKey, Command, ListMove } from './keys.ts';

/** What a command needs of the window. */
export interface CommandTarget {
  readonly actions: Pick<Actions, 'closeDetail' | 'reloadTimeline' | 'hideWindow'>;
  readonly answers: {
    /** Opens the composer for a new note; false where no account may post. */
    readonly write: () => boolean;
    /** Carries out a key on the note that has the focus; false where there is none. */
    readonly byKey: (key: AnswerKey) => boolean;
  };
  /** Among the kept notices. */
  readonly search: {
    readonly isOpen: () => boolean;
    readonly open: () => void;
    readonly close: () => void;
  };
  readonly ask: (dialog: { readonly kind: 'keys' }) => void;
  readonly state: {
    readonly accounts: readonly AccountView[];
    readonly feeds: readonly FeedView[];
    readonly detail: DetailView | null;
  };
  readonly nav: {
    readonly view: () => ViewName;
    readonly show: (view: ViewName) => void;
    readonly back: () => void;
    readonly columns: { readonly active: () => TimelineRef | null };
  };
}

/**
 * Carries out what a key asks for. Answers whether it meant anything here.
 *
 * @param moveBy steps in the list that is shown; false where there is none
 */
export function carryOut(
  command: Command,
  { nav, state, actions, answers, ask, search }: CommandTarget,
  moveBy: (step: ListMove) => boolean,
): boolean {
  const view = nav.view();
  const isFirst = isNothingThere(state);
  const isList = !isFirst && (view === 'notices' || view === 'timeline');
  switch (command) {
    case 'notices':
    case 'timeline':
      if (isFirst || (command === 'timeline' && state.accounts.length === 0)) return false;
      if (state.detail !== null) void actions.closeDetail();
      nav.show(command);
      return true;
    case 'reload': {
      const timeline = nav.columns.active();
      if (!isList || view !== 'timeline' || timeline === null) return false;
      void actions.reloadTimeline(timeline);
      return true;
    }
    case 'find':
      if (!isList || state.detail !== null) return false;
      nav.show('notices');
      search.open();
      return true;
    case 'compose':
      return isList && answers.write();
    case 'reply':
    case 'react':
    case 'renote':
    case 'quote':
      return answers.byKey(command);
    case 'help':
      ask({ kind: 'keys' });
      return true;
    case 'close':
      closeTopmost({ nav, state, actions, search });
      return true;
    default:
      return isList && state.detail === null && moveBy(command);
  }
}

/** What lies above closes first, and the window last. */
function closeTopmost({
  nav,
  state,
  actions,
  search,
}: Pick<CommandTarget, 'nav' | 'state' | 'actions' | 'search'>): void {
  const view = nav.view();
  const isFirst = isNothingThere(state);
  if (state.detail !== null) void actions.closeDetail();
  else if (view === 'notices' && search.isOpen()) search.close();
  else if (view === 'settings' || (view === 'sign-in' && !isFirst)) nav.back();
  else void actions.hideWindow();
}

/** Nothing can ring, and there is nothing to show but the ways to begin. */
function isNothingThere({ accounts, feeds }: Pick<CommandTarget['state'], 'accounts' | 'feeds'>) {
  return accounts.length === 0 && feeds.length === 0;
}
