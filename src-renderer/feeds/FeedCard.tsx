import { Show } from 'solid-js';
import type { FeedView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { MoveButtons } from '../frame/Reorder.tsx';
import { Icon } from '../icons/Icon.tsx';
import { FeedMark } from './FeedMark.tsx';
import { FeedState } from './FeedState.tsx';
import { FeedSwitch } from './FeedSwitch.tsx';
import './feeds.css';
import { feedKind } from './summary.ts';
import { hasUnsaved } from './unsaved.ts';

/** One feed in their list: what it is, how it is, its place among the others, and the way to its page. */
export function FeedCard(props: {
  readonly feed: FeedView;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: -1 | 1) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds;
  const canRetry = () => props.feed.state === 'waiting' || props.feed.state === 'refused';
  return (
    <li class="feed-card" data-id={props.feed.id} style={{ '--account': props.feed.color }}>
      <button
        type="button"
        class="feed-open"
        onClick={() => app.nav.showFeed({ kind: 'feed', id: props.feed.id })}
      >
        <FeedMark />
        <span class="feed-words">
          <span class="account-card-name">
            <bdi>{props.feed.name}</bdi>
            <Show when={props.feed.demo}>
              <span class="account-card-mark">{app.m().account.demo}</span>
            </Show>
            <Show when={props.feed.unread > 0}>
              <span class="account-card-mark">{words().unread(props.feed.unread)}</span>
            </Show>
            <Show when={hasUnsaved(app.feedDrafts, props.feed)}>
              <span class="account-card-mark">{words().unsaved}</span>
            </Show>
          </span>
          <bdi class="account-card-handle">{feedKind(props.feed, words())}</bdi>
          <FeedState feed={props.feed} />
        </span>
        <Icon name="chevron-right" />
      </button>
      <div class="feed-card-foot">
        <FeedSwitch feed={props.feed} />
        <span class="feed-card-ways">
          <Show when={canRetry()}>
            <button
              type="button"
              class="button small"
              aria-label={words().retryOf(props.feed.name)}
              onClick={() => void app.actions.retryFeed(props.feed.id)}
            >
              {words().retry}
            </button>
          </Show>
          <Show when={props.count > 1}>
            <MoveButtons
              up={words().up(props.feed.name)}
              down={words().down(props.feed.name)}
              index={props.index}
              count={props.count}
              onMove={props.onMove}
            />
          </Show>
        </span>
      </div>
    </li>
  );
}
