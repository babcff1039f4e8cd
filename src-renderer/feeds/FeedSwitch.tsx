import type { FeedView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';

/** Whether a feed is listened to. */
export function FeedSwitch(props: { readonly feed: FeedView }) {
  const app = useApp();
  return (
    <label class="feed-switch">
      <input
        class="switch"
        type="checkbox"
        role="switch"
        aria-label={app.m().feeds.onOf(props.feed.name)}
        checked={props.feed.on}
        aria-checked={props.feed.on}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          // It shows what is so; the main process tells when it is otherwise.
          event.currentTarget.checked = props.feed.on;
          void app.actions.setFeedOn(props.feed.id, checked);
        }}
      />
      {props.feed.on ? app.m().feeds.on : app.m().feeds.off}
    </label>
  );
}
