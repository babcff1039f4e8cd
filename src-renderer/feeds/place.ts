import type { FeedId, FeedSystem } from '../../src-main/ipc/contract.ts';

/** What lies over the list of the feeds: one of them, or a step on the way to another. */
export type FeedPlace =
  | { readonly kind: 'feed'; readonly id: FeedId }
  | { readonly kind: 'choose' }
  | { readonly kind: 'preset'; readonly id: string }
  | { readonly kind: 'own'; readonly system: FeedSystem };

/** Where one comes back to from a place; null = to the list. */
export function placeBefore(place: FeedPlace): FeedPlace | null {
  return place.kind === 'preset' || place.kind === 'own' ? { kind: 'choose' } : null;
}

/** The place of a feed, if it is one. */
export function feedPlaceOf(feedId: FeedId | null): FeedPlace | null {
  return feedId === null ? null : { kind: 'feed', id: feedId };
}

/** The feed that is open at a place. */
export function feedIdOf(place: FeedPlace | null): FeedId | null {
  return place?.kind === 'feed' ? place.id : null;
}
