import { Icon } from '../icons/Icon.tsx';
import './feeds.css';

/** What stands for a feed where an account has its face: the sign of feeds, ringed by its colour. */
export function FeedMark(props: { readonly color: string }) {
  return (
    <span class="feed-mark" aria-hidden="true" style={{ '--account': props.color }}>
      <Icon name="rss" />
    </span>
  );
}
