import type { FeedView } from '../../src-main/ipc/contract.ts';
import { StateDot } from '../frame/StateDot.tsx';

/** How a feed is, as a mark and in words; one that is off has an empty mark. */
export function FeedState(props: { readonly feed: Pick<FeedView, 'state' | 'stateText'> }) {
  return (
    <span class="account-card-state">
      <StateDot state={props.feed.state ?? 'waiting'} />
      {props.feed.stateText}
    </span>
  );
}
