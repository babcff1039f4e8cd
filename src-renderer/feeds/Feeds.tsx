import { createEffect, createMemo, Match, on, Show, Switch } from 'solid-js';
import { useApp } from '../app/context.ts';
import { ChooseFeed } from './ChooseFeed.tsx';
import { FeedList } from './FeedList.tsx';
import { FeedPage } from './FeedPage.tsx';
import './feeds.css';
import { OwnForm } from './OwnForm.tsx';
import { PresetForm } from './PresetForm.tsx';
import type { FeedPlace } from './place.ts';
import { usePresets } from './presets.ts';

/** The feeds: their list, one of them, or the steps to another. */
export function Feeds() {
  const app = useApp();
  const { nav } = app;
  let root: HTMLDivElement | undefined;
  const feedId = createMemo(() => {
    const place = nav.feed();
    return place?.kind === 'feed' ? place.id : null;
  });
  const presetId = createMemo(() => {
    const place = nav.feed();
    return place?.kind === 'preset' ? place.id : null;
  });
  const system = createMemo(() => {
    const place = nav.feed();
    return place?.kind === 'own' ? place.system : null;
  });

  const presets = usePresets(
    createMemo(() => {
      const kind = nav.feed()?.kind;
      return kind === 'choose' || kind === 'preset';
    }),
  );

  let last = nav.feed();
  // What lies over the list takes the focus with it, and gives it back to where it was opened.
  createEffect(
    on(
      nav.feed,
      (now) => {
        const before = last;
        last = now;
        const body = root?.closest<HTMLElement>('.settings-body');
        body?.scrollTo(0, 0);
        const opener = now === null || now.kind === 'choose' ? openerOf(before) : null;
        const button = opener === null ? null : root?.querySelector<HTMLElement>(opener);
        if (button) button.focus();
        else body?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );

  return (
    <div class="feeds" ref={root}>
      <Switch fallback={<FeedList />}>
        <Match when={feedId()} keyed>
          {(id) => (
            <Show when={app.state.feeds.find((feed) => feed.id === id)}>
              {(feed) => <FeedPage feed={feed()} />}
            </Show>
          )}
        </Match>
        <Match when={nav.feed()?.kind === 'choose'}>
          <ChooseFeed presets={presets} />
        </Match>
        <Match when={presetId()} keyed>
          {(id) => <PresetForm presets={presets} presetId={id} />}
        </Match>
        <Match when={system()} keyed>
          {(own) => <OwnForm system={own} />}
        </Match>
      </Switch>
    </div>
  );
}

/** What leads to a place. */
function openerOf(place: FeedPlace | null): string | null {
  switch (place?.kind) {
    case 'feed':
      return `[data-id="${CSS.escape(place.id)}"] .feed-open`;
    case 'choose':
      return '.feed-add';
    case 'preset':
      return `[data-preset="${CSS.escape(place.id)}"]`;
    case 'own':
      return `[data-system="${place.system}"]`;
    case undefined:
      return null;
  }
}
