import { Match, onCleanup, onMount, Switch } from 'solid-js';
import { useApp } from '../app/context.ts';
import type { Older } from './older.ts';

/** How far from the end the next page is asked for: about a screen. */
const ahead = '600px';

/** A list as short as this ends where one sees it. */
const fewItems = 10;

/** The end of a list: loads what is older as it comes near, and says how far the list goes. */
export function ListEnd(props: {
  /** How many items stand above. */
  readonly count: number;
  readonly hasOlder: boolean;
  readonly full: boolean;
  readonly fullText: string | undefined;
  readonly older: Older;
  readonly root: () => HTMLElement | undefined;
}) {
  const app = useApp();
  let sentinel: HTMLDivElement | undefined;

  onMount(() => {
    const observer = new IntersectionObserver(
      (entries) => props.older.near(entries.at(-1)?.isIntersecting === true && !props.full),
      { root: props.root() ?? null, rootMargin: `0px 0px ${ahead} 0px` },
    );
    if (sentinel !== undefined) observer.observe(sentinel);
    onCleanup(() => observer.disconnect());
  });

  return (
    <div class="list-end" ref={sentinel}>
      <Switch
        fallback={
          <button type="button" class="button small" onClick={() => props.older.load()}>
            {app.m().list.older}
          </button>
        }
      >
        <Match when={props.full && props.hasOlder}>{props.fullText ?? app.m().list.full}</Match>
        <Match when={!props.hasOlder}>{props.count < fewItems ? '' : app.m().list.end}</Match>
        <Match when={props.older.state() === 'loading'}>
          <span class="spinner" />
          {app.m().list.loadingOlder}
        </Match>
        <Match when={props.older.state() === 'failed'}>
          <span>{props.older.error() || app.m().app.callFailed}</span>
          <button type="button" class="button small" onClick={() => props.older.load()}>
            {app.m().list.retry}
          </button>
        </Match>
      </Switch>
    </div>
  );
}
