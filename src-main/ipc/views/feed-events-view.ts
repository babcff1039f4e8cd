import type { FeedEventsView, FeedEventView, FeedId } from '../contract.ts';
import type { ShownEvent, ShownFeeds } from '../feed-parts.ts';
import { bounded, boundedLine } from './bounded.ts';

const mostEvents = 20;
const longestText = 4_096;

/** The last events of a feed as the window shows them, newest first. */
export function feedEventsView(
  feedId: FeedId,
  { events, count }: ReturnType<ShownFeeds['seen']>,
): FeedEventsView {
  return { feedId, events: events.slice(0, mostEvents).map(eventView), count };
}

function eventView({ n, at, event, outcome }: ShownEvent): FeedEventView {
  return {
    n,
    at,
    name: boundedLine(event.name),
    text: bounded(event.text, longestText),
    fields: [],
    outcome,
  };
}
