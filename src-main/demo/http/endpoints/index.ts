import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './account.ts';
import { chatEndpoints } from './chat.ts';
import { followingEndpoints } from './following.ts';
import { listEndpoints } from './lists.ts';
import { namedTimelineEndpoints } from './named-timelines.ts';
import { noteEndpoints } from './notes.ts';
import { notificationEndpoints } from './notifications.ts';
import { reactionEndpoints } from './reactions.ts';
import { serverInfoEndpoints } from './server-info.ts';
import { timelineEndpoints } from './timelines.ts';
import { userEndpoints } from './users.ts';

/** Every endpoint by its name. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [
    ...accountEndpoints,
    ...notificationEndpoints,
    ...serverInfoEndpoints,
    ...timelineEndpoints,
    ...namedTimelineEndpoints,
    ...noteEndpoints,
    ...reactionEndpoints,
    ...followingEndpoints,
    ...userEndpoints,
    ...listEndpoints,
    ...chatEndpoints,
  ].map((endpoint) => [endpoint.name, endpoint]),
);
