import { useApp } from '../app/context.ts';
import '../frame/account.css';
import { FeedMark } from './FeedMark.tsx';
import './feeds.css';
import { feedsSummary } from './summary.ts';

/** In place of the account where there is none: how the feeds are, and the way to them. */
export function FeedsButton() {
  const app = useApp();
  const words = () => app.m().feeds;
  const summary = () => feedsSummary(app.state.feeds, words());
  return (
    <button
      type="button"
      class="account-button"
      title={words().title}
      onClick={() => app.nav.showFeed(null)}
    >
      <span class="visually-hidden">
        {words().open(`${words().count(app.state.feeds.length)}, ${summary()}`)}
      </span>
      <FeedMark />
      <span class="account-words" aria-hidden="true">
        <span class="account-name">{words().count(app.state.feeds.length)}</span>
        <span class="account-state">
          <span class="feeds-summary">{summary()}</span>
        </span>
      </span>
    </button>
  );
}
