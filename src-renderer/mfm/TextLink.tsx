import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useItem } from '../lists/item.ts';
import './text-link.css';

/**
 * A link inside a text. Not an anchor: nothing in this window may navigate, each link is a call to the
 * main process. Not a button either: a button does not break across lines.
 */
export function TextLink(props: {
  readonly title?: string | undefined;
  readonly class?: string;
  readonly onOpen: () => void;
  readonly children: JSX.Element;
}) {
  const item = useItem();
  const open = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    props.onOpen();
  };
  return (
    <Dynamic
      component="span"
      role="link"
      class={`text-link ${props.class ?? ''}`}
      tabIndex={item.tabIndex()}
      title={props.title}
      onClick={open}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') open(event);
      }}
    >
      {props.children}
    </Dynamic>
  );
}
