import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { useItem } from '../lists/item.ts';
import './fold.css';

/** Folds what is longer than about eight lines, and offers the rest only where there is one. */
export function Fold(props: {
  /** Never folded. */
  readonly whole: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: JSX.Element;
}) {
  const app = useApp();
  const item = useItem();
  const [tall, setTall] = createSignal(false);
  let frame: HTMLDivElement | undefined;
  let content: HTMLDivElement | undefined;

  onMount(() => {
    if (props.whole || content === undefined) return;
    const observer = new ResizeObserver(() => {
      if (props.open || frame === undefined || content === undefined) return;
      setTall(content.offsetHeight > frame.clientHeight + 1);
    });
    observer.observe(content);
    onCleanup(() => observer.disconnect());
  });

  return (
    <>
      <div
        ref={frame}
        class="fold"
        classList={{ whole: props.whole || (props.open && tall()), tall: tall() && !props.open }}
      >
        <div ref={content}>{props.children}</div>
      </div>
      <Show when={tall() && !props.whole}>
        <button
          type="button"
          class="text-button fold-toggle"
          tabIndex={item.tabIndex()}
          aria-expanded={props.open}
          onClick={() => props.onOpen(!props.open)}
        >
          {props.open ? app.m().note.showLess : app.m().note.showMore}
        </button>
      </Show>
    </>
  );
}
