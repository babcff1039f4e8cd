import { createContext, useContext } from 'solid-js';

/** What the content of a list's item needs to know of the list. */
export interface ItemControls {
  /** For everything in the item that takes the focus: only the current item's parts are tab stops. */
  readonly tabIndex: () => 0 | -1;
  /** Says what the space bar does on the item. */
  readonly onToggle: (toggle: () => void) => void;
}

const outside: ItemControls = { tabIndex: () => 0, onToggle: () => undefined };
const Context = createContext<ItemControls>();
export const ItemProvider = Context.Provider;

/** The controls of the item around; outside a list everything is a tab stop. */
export function useItem(): ItemControls {
  return useContext(Context) ?? outside;
}
