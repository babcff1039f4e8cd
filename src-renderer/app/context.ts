import { type Accessor, createContext, useContext } from 'solid-js';
import type {
  AccountId,
  AccountView,
  Locale,
  NoteView,
  PersonView,
  Snapshot,
} from '../../src-main/ipc/contract.ts';
import type { Answers } from '../answers/answers.ts';
import type { FeedDrafts } from '../feeds/drafts.ts';
import type { NoticeSearch } from '../history/search.ts';
import type { Messages } from '../messages/index.ts';
import type { Actions } from './actions.ts';
import type { ListMove } from './keys.ts';
import type { Navigation } from './navigation.ts';
import type { NotesInView } from './notes-in-view.ts';
import type { Say } from './say.ts';
import type { Source } from './sources.ts';

/** A dialog above everything. */
export type DialogRequest =
  | { readonly kind: 'keys' }
  | { readonly kind: 'sign-out'; readonly account: AccountView }
  | { readonly kind: 'timelines'; readonly accountId: string }
  | { readonly kind: 'delete-note'; readonly note: NoteView }
  | { readonly kind: 'viewer'; readonly note: NoteView; readonly fileId: string }
  | { readonly kind: 'mute'; readonly accountId: AccountId; readonly person: PersonView }
  /** Asks before something kept is erased for good. */
  | {
      readonly kind: 'erase';
      readonly title: string;
      readonly text: string;
      /** On the button. */
      readonly action: string;
      readonly run: () => void;
    };

/** What every part of the window may use. */
export interface App {
  readonly state: Snapshot;
  readonly actions: Actions;
  readonly answers: Answers;
  readonly say: Say;
  readonly nav: Navigation;
  /** Among all kept notices. */
  readonly search: NoticeSearch;
  /** The words, in the current language. */
  readonly m: Accessor<Messages>;
  readonly locale: Accessor<Locale>;
  /** Milliseconds since the epoch, moving on every half minute while the window is seen. */
  readonly now: Accessor<number>;
  readonly account: (id: string) => AccountView | undefined;
  /** All that can ring. */
  readonly sources: Accessor<readonly Source[]>;
  /** What is typed about feeds. */
  readonly feedDrafts: FeedDrafts;
  readonly dialog: Accessor<DialogRequest | null>;
  readonly ask: (request: DialogRequest | null) => void;
  /**
   * Lets the keys move in a list, until the returned function is called. Of several lists side by
   * side they move in the one whose `within` is in the active column.
   */
  readonly moveIn: (
    move: (step: ListMove) => boolean,
    within: () => Element | undefined,
  ) => () => void;
  /** Which notes are on the screen. */
  readonly notesInView: NotesInView;
}

const Context = createContext<App>();
export const AppProvider = Context.Provider;

/** @throws when used outside the window's frame: a defect. */
export function useApp(): App {
  const app = useContext(Context);
  if (app === undefined) throw new Error('useApp: no App above');
  return app;
}
