import { type Accessor, createSignal } from 'solid-js';

/** Moving an item of a list by dragging it. */
export interface Drag {
  /** The id of the item that is dragged; null while none is. */
  readonly dragged: Accessor<string | null>;
  /** Between which items it would land, counted from 0 for above the first; null while nowhere. */
  readonly gap: Accessor<number | null>;
  readonly start: (event: DragEvent, id: string) => void;
  /** Over an item. */
  readonly over: (event: DragEvent & { readonly currentTarget: Element }, index: number) => void;
  readonly drop: (event: DragEvent) => void;
  readonly end: () => void;
}

/** Lets items be dragged within a list; `move` gets the place where one lands, counted without it. */
export function createDrag(
  ids: Accessor<readonly string[]>,
  move: (id: string, index: number) => void,
): Drag {
  const [dragged, setDragged] = createSignal<string | null>(null);
  const [gap, setGap] = createSignal<number | null>(null);
  const end = () => {
    setDragged(null);
    setGap(null);
  };
  return {
    dragged,
    gap,
    start(event, id) {
      if (event.dataTransfer === null) return;
      event.dataTransfer.effectAllowed = 'move';
      // What is dropped elsewhere says nothing.
      event.dataTransfer.setData('text/plain', '');
      setDragged(id);
    },
    over(event, index) {
      if (dragged() === null) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      setGap(event.clientY < top + height / 2 ? index : index + 1);
    },
    drop(event) {
      const id = dragged();
      const to = gap();
      end();
      if (id === null || to === null) return;
      event.preventDefault();
      const from = ids().indexOf(id);
      const index = to > from ? to - 1 : to;
      if (from !== -1 && index !== from) move(id, index);
    },
    end,
  };
}
