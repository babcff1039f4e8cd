import { Icon } from '../icons/Icon.tsx';
import './feeds.css';

/** What stands for feeds where an account has its face. */
export function FeedMark() {
  return (
    <span class="feed-mark" aria-hidden="true">
      <Icon name="rss" />
    </span>
  );
}
