import type { FeedEvent } from '../../src-main/engine/feeds/feed-event.ts';
import { textPayload } from '../../src-main/engine/feeds/payload.ts';

/** An event as a feed brings it, of JSON or of bare text. */
export function feedEvent(said: unknown, given: Partial<FeedEvent> = {}): FeedEvent {
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  return { name: 'message', id: null, ...textPayload(text), retained: false, ...given };
}
