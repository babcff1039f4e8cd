import { createEffect, createMemo, onCleanup, Show } from 'solid-js';
import type { FeedView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { createSeen } from '../app/screen.ts';
import { Icon } from '../icons/Icon.tsx';
import { ButtonRow } from '../settings/rows/ButtonRow.tsx';
import { ConnectionEditor } from './ConnectionEditor.tsx';
import { FeedMark } from './FeedMark.tsx';
import { FeedState } from './FeedState.tsx';
import { FeedSwitch } from './FeedSwitch.tsx';
import './feeds.css';
import { RingRows } from './RingRows.tsx';
import { feedKind } from './summary.ts';
import { RuleEditor } from './words/RuleEditor.tsx';

/** One feed: how it is, what comes, how that becomes a notice, and how it is reached. */
export function FeedPage(props: { readonly feed: FeedView }) {
  const app = useApp();
  const words = () => app.m().feeds.page;
  const seen = createSeen();
  const id = createMemo(() => props.feed.id);

  // Events are told only while somebody looks at them.
  createEffect(() => {
    if (!seen()) return;
    void app.actions.watchFeed(id());
    onCleanup(() => void app.actions.watchFeed(null));
  });

  const remove = () => {
    const { name } = props.feed;
    const leaving = id();
    app.ask({
      kind: 'erase',
      title: words().removeTitle(name),
      text: words().removeText,
      action: words().remove,
      run: async () => {
        const result = await app.actions.removeFeed(leaving);
        if (!result.ok) return;
        app.feedDrafts.forget(leaving);
        app.say({ kind: 'done', sentence: words().removed(name) });
      },
    });
  };

  return (
    <>
      <FeedHead feed={props.feed} />
      <RuleEditor feed={props.feed} />
      <RingRows feed={props.feed} />
      <ConnectionEditor feed={props.feed} />
      <div class="setting-box">
        <ButtonRow id="feed-remove" label={words().remove} hint={words().removeHint}>
          <button type="button" class="button small danger" onClick={remove}>
            {words().removeButton}
          </button>
        </ButtonRow>
      </div>
    </>
  );
}

/** What it is and how it is, with what can be done about that. */
function FeedHead(props: { readonly feed: FeedView }) {
  const app = useApp();
  const words = () => app.m().feeds;
  const canRetry = () => props.feed.state === 'waiting' || props.feed.state === 'refused';
  return (
    <section
      class="feed-head"
      aria-label={words().page.states}
      style={{ '--account': props.feed.color }}
    >
      <FeedMark />
      <div class="feed-words">
        <p class="account-card-name">
          <bdi>{feedKind(props.feed, words())}</bdi>
          <Show when={props.feed.demo}>
            <span class="account-card-mark">{app.m().account.demo}</span>
          </Show>
        </p>
        <p role="status">
          <FeedState feed={props.feed} />
        </p>
      </div>
      <FeedSwitch feed={props.feed} />
      <Show when={canRetry()}>
        <button
          type="button"
          class="button small feed-retry"
          onClick={() => void app.actions.retryFeed(props.feed.id)}
        >
          <Icon name="refresh" />
          {words().retry}
        </button>
      </Show>
      <Show when={props.feed.caution}>
        {(caution) => (
          <p class="feed-caution">
            <Icon name="alert-triangle" />
            {caution()}
          </p>
        )}
      </Show>
    </section>
  );
}
