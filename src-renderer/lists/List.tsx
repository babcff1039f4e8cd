import {
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  For,
  type JSX,
  onCleanup,
  onMount,
} from 'solid-js';
import type { Anchor } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { type ListMove, steppedIndex } from '../app/keys.ts';
import type { Dated } from '../state/lists.ts';
import './list.css';
import { ListEnd } from './ListEnd.tsx';
import { ListItem } from './ListItem.tsx';
import { NewPill } from './NewPill.tsx';
import type { Older } from './older.ts';
import { createReadingPlace } from './reading-place.ts';

export interface ListProps<T extends Dated> {
  readonly label: string;
  /** Newest first; never empty. */
  readonly items: readonly T[];
  readonly busy: boolean;
  /** A hidden list keeps its place and takes it up again. */
  readonly visible: boolean;
  /** Where to begin; null = at the top. */
  readonly anchor: Anchor | null;
  readonly onAnchor: (anchor: Anchor | null) => void;
  readonly hasOlder: boolean;
  /** The window keeps no more than these. */
  readonly full: boolean;
  readonly older: Older;
  /** What an item is called, read aloud. */
  readonly nameOf: (item: T) => string;
  /** Enter on an item. */
  readonly onOpen: (item: T) => void;
  /** Whether a click anywhere on an item opens it too. */
  readonly clickOpens?: boolean;
  readonly newText: (count: number) => string;
  readonly children: (item: T) => JSX.Element;
  /** Stands after an item, for a break in the list. */
  readonly after?: (item: T) => JSX.Element;
}

/** A list of items, newest first, that never moves what is being read, and that the keys move in. */
export function List<T extends Dated>(props: ListProps<T>) {
  const app = useApp();
  const elements = new Map<string, HTMLElement>();
  let scroller: HTMLDivElement | undefined;
  let feed: HTMLDivElement | undefined;

  const place = createReadingPlace({
    items: () => props.items,
    layout: { scroller: () => scroller, element: (id) => elements.get(id) },
    visible: () => props.visible,
    initial: props.anchor,
    onAnchor: props.onAnchor,
  });

  /** The item that has the focus, while the list has it. */
  const [focused, setFocused] = createSignal<string | null>(null);
  const stop = createMemo(() => focused() ?? place.firstShown());
  const isStop = createSelector(stop);

  const move = (step: ListMove): boolean => {
    const { items } = props;
    const current = items.findIndex(({ id }) => id === focused());
    const index = steppedIndex(step, items.length, current, place.firstIndex());
    const element = elements.get(items[index ?? -1]?.id ?? '');
    if (element === undefined) return false;
    element.focus({ preventScroll: true });
    if (index === 0) place.toTop();
    else element.scrollIntoView({ block: 'nearest' });
    return true;
  };
  createEffect(() => {
    if (props.visible) onCleanup(app.moveIn(move));
  });

  onMount(() => {
    // Items get their true height only as they come near: what is on the screen can change by itself.
    const observer = new ResizeObserver(place.onMoved);
    if (feed !== undefined) observer.observe(feed);
    onCleanup(() => observer.disconnect());
  });

  return (
    <div class="list" hidden={!props.visible}>
      <NewPill count={place.unseen()} text={props.newText} onJump={place.toTop} />
      <div class="list-scroller" ref={scroller} onScroll={place.onMoved}>
        <div ref={feed} role="feed" aria-label={props.label} aria-busy={props.busy}>
          <For each={props.items}>
            {(item, index) => (
              <>
                <ListItem
                  ref={(element) => {
                    elements.set(item.id, element);
                    onCleanup(() => {
                      if (elements.get(item.id) === element) elements.delete(item.id);
                    });
                  }}
                  name={props.nameOf(item)}
                  position={index() + 1}
                  count={props.hasOlder ? -1 : props.items.length}
                  isStop={isStop(item.id)}
                  clickOpens={props.clickOpens === true}
                  onFocus={(has) => setFocused(has ? item.id : null)}
                  onOpen={() => props.onOpen(item)}
                >
                  {props.children(item)}
                </ListItem>
                {props.after?.(item)}
              </>
            )}
          </For>
        </div>
        <ListEnd
          hasOlder={props.hasOlder}
          full={props.full}
          older={props.older}
          root={() => scroller}
        />
      </div>
    </div>
  );
}
