import {
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  ErrorBoundary,
  For,
  type JSX,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js';
import type { Anchor } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { type ListMove, steppedIndex } from '../app/keys.ts';
import type { Dated } from '../state/lists.ts';
import './list.css';
import { ListEnd } from './ListEnd.tsx';
import { ListItem } from './ListItem.tsx';
import { NewPill } from './NewPill.tsx';
import { createNearness } from './nearness.ts';
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
  /** Says so, where it is not that older ones are on the server. */
  readonly fullText?: string;
  readonly older: Older;
  /** What an item is called, read aloud. */
  readonly nameOf: (item: T) => string;
  /** Enter on an item. */
  readonly onOpen: (item: T) => void;
  /** Whether a click anywhere on an item opens it too. */
  readonly clickOpens?: boolean;
  /** More came than there is room for while the reader is further down. */
  readonly isBehind?: boolean;
  readonly newText: (count: number) => string;
  readonly children: (item: T) => JSX.Element;
  /** Stands after an item, for a break in the list. */
  readonly after?: (item: T) => JSX.Element;
}

/** Items whose content is made in the first go: as many as a tall window shows. */
const aScreen = 14;
/** An item is seldom lower, in px. */
const lowItem = 90;
/** Items above the place to begin at whose content is made in the first go. */
const aFew = 4;

/** A list of items, newest first, that never moves what is being read, and that the keys move in. */
export function List<T extends Dated>(props: ListProps<T>) {
  const app = useApp();
  const elements = new Map<string, HTMLElement>();
  let scroller: HTMLDivElement | undefined;
  let feed: HTMLDivElement | undefined;

  const register = (id: string, element: HTMLElement) => {
    elements.set(id, element);
    onCleanup(() => {
      if (elements.get(id) === element) elements.delete(id);
    });
  };

  const { anchor } = props;
  const place = createReadingPlace({
    items: () => props.items,
    layout: { scroller: () => scroller, element: (id) => elements.get(id) },
    visible: () => props.visible,
    initial: anchor,
    onAnchor: props.onAnchor,
  });

  const nearness = createNearness(() => scroller);
  /** Where the screen is, counted in items; until the first layout, where the reader was. */
  let begin = anchor === null ? 0 : props.items.findIndex(({ id }) => id === anchor.id);
  let screenful = aScreen;
  onMount(() => {
    begin = 0;
    // Of a flood most items are gone again before anybody could have seen them.
    screenful = Math.ceil((scroller?.clientHeight ?? 0) / lowItem) || aScreen;
  });
  /** An item that appears on the screen has its content at once; what comes above waits for the reader. */
  const isNearAtOnce = (index: number) =>
    index >= begin - aFew && index < begin + screenful && (begin > 0 || place.isAtTop());

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
    if (props.visible) onCleanup(app.moveIn(move, () => scroller));
  });

  onMount(() => {
    // Items get their true height only as they come near: what is on the screen can change by itself.
    const observer = new ResizeObserver(place.onMoved);
    if (feed !== undefined) observer.observe(feed);
    onCleanup(() => observer.disconnect());
  });

  const Framed = (frame: {
    readonly item: T;
    readonly index: number;
    readonly name: string;
    readonly children: JSX.Element;
  }) => {
    const near = nearness.item(isNearAtOnce(untrack(() => frame.index)));
    return (
      <ListItem
        ref={(element) => {
          register(frame.item.id, element);
          near.observe(element);
        }}
        isMade={near.isNear()}
        name={frame.name}
        position={frame.index + 1}
        count={props.hasOlder ? -1 : props.items.length}
        isStop={isStop(frame.item.id)}
        clickOpens={props.clickOpens === true}
        onFocus={(has) => setFocused(has ? frame.item.id : null)}
        onOpen={() => props.onOpen(frame.item)}
      >
        <Show when={near.isNear()}>{frame.children}</Show>
      </ListItem>
    );
  };

  return (
    <div class="list" hidden={!props.visible}>
      <NewPill
        isShown={place.unseen() > 0 || (props.isBehind === true && !place.isAtTop())}
        text={props.newText(place.unseen())}
        onJump={place.toTop}
      />
      <div class="list-scroller" ref={scroller} onScroll={place.onMoved}>
        <div ref={feed} role="feed" aria-label={props.label} aria-busy={props.busy}>
          <For each={props.items}>
            {(item, index) => (
              <>
                <ErrorBoundary
                  fallback={
                    <Framed item={item} index={index()} name={app.m().app.itemBroken}>
                      <p class="list-broken">{app.m().app.itemBroken}</p>
                    </Framed>
                  }
                >
                  <Framed item={item} index={index()} name={props.nameOf(item)}>
                    {props.children(item)}
                  </Framed>
                </ErrorBoundary>
                {props.after?.(item)}
              </>
            )}
          </For>
        </div>
        <ListEnd
          count={props.items.length}
          hasOlder={props.hasOlder}
          full={props.full}
          fullText={props.fullText}
          older={props.older}
          root={() => scroller}
        />
      </div>
    </div>
  );
}
