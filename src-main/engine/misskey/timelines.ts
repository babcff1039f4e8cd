import type { Channels, Endpoints } from 'misskey-js';
import type { Me } from './schemas.ts';

/** A timeline by the word that the interface uses. */
export type TimelineName = 'home' | 'local' | 'social' | 'global';

/** What a timeline is called on the stream and on the HTTP API (PROTOCOL §3 and §5). */
export interface TimelineEndpoint {
  readonly channel: keyof Channels;
  readonly endpoint: keyof Endpoints;
}

export const timelineEndpoints: Readonly<Record<TimelineName, TimelineEndpoint>> = {
  home: { channel: 'homeTimeline', endpoint: 'notes/timeline' },
  local: { channel: 'localTimeline', endpoint: 'notes/local-timeline' },
  social: { channel: 'hybridTimeline', endpoint: 'notes/hybrid-timeline' },
  global: { channel: 'globalTimeline', endpoint: 'notes/global-timeline' },
};

/**
 * The timelines that the server's policies allow this account. The stream confirms forbidden ones and
 * then stays mute (PROTOCOL §0.7), so they must not be offered.
 */
export function allowedTimelines(policies: Me['policies']): TimelineName[] {
  const names: TimelineName[] = ['home'];
  if (policies.ltlAvailable) names.push('local', 'social');
  if (policies.gtlAvailable) names.push('global');
  return names;
}
