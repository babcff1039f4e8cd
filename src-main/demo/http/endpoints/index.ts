import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './account.ts';
import { notificationEndpoints } from './notifications.ts';
import { serverInfoEndpoints } from './server-info.ts';
import { timelineEndpoints } from './timelines.ts';

/** Every endpoint by its name. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [...accountEndpoints, ...notificationEndpoints, ...serverInfoEndpoints, ...timelineEndpoints].map(
    (endpoint) => [endpoint.name, endpoint],
  ),
);
