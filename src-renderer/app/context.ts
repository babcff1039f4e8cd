import { type Accessor, createContext, useContext } from 'solid-js';
import type { AccountView, Locale, Snapshot } from '../../src-main/ipc/contract.ts';
import type { Messages } from '../messages/index.ts';
import type { Actions } from './actions.ts';
import type { ListMove } from './keys.ts';
import type { Navigation } from './navigation.ts';

/** A dialog above everything. */
export type DialogRequest =
  | { readonly kind: 'keys' }
  | { readonly kind: 'sign-out'; readonly account: AccountView };

/** What every part of the window may use. */
export interface App {
  readonly state: Snapshot;
  readonly actions: Actions;
  readonly nav: Navigation;
  /** The words, in the current language. */
  readonly m: Accessor<Messages>;
  readonly locale: Accessor<Locale>;
  /** Milliseconds since the epoch, moving on every half minute while the window is seen. */
  readonly now: Accessor<number>;
  readonly account: (id: string) => AccountView | undefined;
  readonly dialog: Accessor<DialogRequest | null>;
  readonly ask: (request: DialogRequest | null) => void;
  /** Lets the keys move in a list, until the returned function is called. */
  readonly moveIn: (move: (step: ListMove) => boolean) => () => void;
}

const Context = createContext<App>();
export const AppProvider = Context.Provider;

/** @throws when used outside the window's frame: a defect. */
export function useApp(): App {
  const app = useContext(Context);
  if (app === undefined) throw new Error('useApp: no App above');
  return app;
}
