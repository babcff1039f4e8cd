import { createMemo, For, Show } from 'solid-js';
import '../accounts/accounts.css';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { followMoves } from '../frame/Reorder.tsx';
import { Icon } from '../icons/Icon.tsx';
import { rowElementId } from '../settings/rows/SettingRow.tsx';
import { FeedCard } from './FeedCard.tsx';
import './feeds.css';

/** The feeds in their order; what they are for, where there is none. */
export function FeedList() {
  const app = useApp();
  const words = () => app.m().feeds;
  let list: HTMLUListElement | undefined;
  const ids = createMemo(() => app.state.feeds.map(({ id }) => id));
  const follow = followMoves(ids, () => list);
  const add = () => app.nav.showFeed({ kind: 'choose' });
  return (
    <Show
      when={ids().length > 0}
      fallback={
        <div class="feeds-empty" id={rowElementId('feeds')}>
          <EmptyState icon="rss" title={words().emptyTitle} text={words().emptyText}>
            <span id={rowElementId('add-feed')}>
              <button type="button" class="button primary feed-add" onClick={add}>
                {words().add}
              </button>
            </span>
          </EmptyState>
        </div>
      }
    >
      <ul class="accounts" aria-label={words().list} id={rowElementId('feeds')} ref={list}>
        <For each={app.state.feeds}>
          {(feed, index) => (
            <FeedCard
              feed={feed}
              index={index()}
              count={ids().length}
              onMove={(step) => {
                follow(feed.id, step);
                void app.actions.moveFeed(feed.id, index() + step);
              }}
            />
          )}
        </For>
        <li id={rowElementId('add-feed')}>
          <button type="button" class="account-add feed-add" onClick={add}>
            <Icon name="plus" />
            {words().add}
          </button>
        </li>
      </ul>
    </Show>
  );
}
