import type { JSX } from 'solid-js';
import { ItemProvider } from './item.ts';

export interface ListItemProps {
  readonly ref: (element: HTMLElement) => void;
  /** Read aloud. */
  readonly name: string;
  /** From 1. */
  readonly position: number;
  /** -1 when not known. */
  readonly count: number;
  /** Whether Tab stops here and at the parts within. */
  readonly isStop: boolean;
  /** Whether its content is there: far from the screen an item is an empty frame. */
  readonly isMade: boolean;
  readonly clickOpens: boolean;
  readonly onFocus: (has: boolean) => void;
  readonly onOpen: () => void;
  readonly children: JSX.Element;
}

/** A press in an item's menu is for the menu alone. */
function isInMenu(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.menu, [aria-haspopup="menu"]') !== null;
}

/** One item of a list: takes the focus, opens on Enter. */
export function ListItem(props: ListItemProps) {
  let toggle: (() => void) | undefined;

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') props.onOpen();
    else if (event.key === ' ' && toggle !== undefined) toggle();
    else return;
    event.preventDefault();
  };

  return (
    <article
      ref={props.ref}
      class="list-item"
      classList={{ made: props.isMade }}
      tabIndex={props.isStop ? 0 : -1}
      aria-label={props.name}
      aria-posinset={props.position}
      aria-setsize={props.count}
      onFocusIn={() => props.onFocus(true)}
      onFocusOut={() => props.onFocus(false)}
      onClick={(event) => props.clickOpens && !isInMenu(event.target) && props.onOpen()}
      onKeyDown={onKeyDown}
    >
      <ItemProvider
        value={{
          tabIndex: () => (props.isStop ? 0 : -1),
          onToggle: (act) => {
            toggle = act;
          },
        }}
      >
        {props.children}
      </ItemProvider>
    </article>
  );
}
