import * as v from 'valibot';
import { ApiError, type EndpointName, type MisskeyApi } from '../api/api.ts';
import { type Me, pageOf, usualPolicies } from '../api/schemas.ts';
import {
  allowedTimelines,
  defaultSwitches,
  type NamedTimelineKind,
  type PlainTimelineKind,
  type TimelineKey,
  timelineKey,
} from './timelines.ts';

/** Something on the server that a timeline can be made of. */
export interface CatalogueItem {
  readonly id: string;
  readonly name: string;
}

/** What the server offers of one kind, or why it does not say. */
export type CataloguePart =
  | { readonly items: readonly CatalogueItem[]; readonly error: null }
  | { readonly items: readonly []; readonly error: ApiError };

/** What an account can make timelines of. */
export interface TimelineCatalogue {
  readonly plain: readonly PlainTimelineKind[];
  readonly parts: Readonly<Record<NamedTimelineKind, CataloguePart>>;
}

const itemSchema = v.object({ id: v.string(), name: v.string() });
const items = pageOf(itemSchema);
/** Servers of the v12 era know nothing of the newer switches: only what is surely hidden is left out. */
const roles = pageOf(
  v.object({
    ...itemSchema.entries,
    isExplorable: v.fallback(v.optional(v.boolean(), true), true),
  }),
);

/** The most that servers answer at once (PROTOCOL §5); nobody picks out of more. */
const mostChannels = 100;

/**
 * Asks the server what an account can make timelines of. Each part fails on its own; nothing is thrown.
 * @param me what the server said of the account, if it did yet; its roles have timelines too.
 */
export async function fetchCatalogue(api: MisskeyApi, me: Me | null): Promise<TimelineCatalogue> {
  const list = (endpoint: EndpointName, parameters = {}) =>
    unlessLacking(async () => (await api.call(endpoint, parameters, items)).items);
  const [lists, antennas, channels, explorable] = await Promise.all([
    part(() => list('users/lists/list')),
    part(() => list('antennas/list')),
    part(async () => [
      ...(await list('channels/followed', { limit: mostChannels })),
      ...(await list('channels/my-favorites')),
    ]),
    part(() =>
      unlessLacking(async () =>
        (await api.call('roles/list', {}, roles)).items.filter(({ isExplorable }) => isExplorable),
      ),
    ),
  ]);
  return {
    plain: allowedTimelines(me?.policies ?? usualPolicies),
    parts: {
      list: lists,
      antenna: antennas,
      channel: channels,
      role: withOwn(explorable, me?.roles ?? []),
    },
  };
}

/** The names that a catalogue holds, by the keys of their timelines without switches. */
export function namesIn({ parts }: TimelineCatalogue): Map<TimelineKey, string> {
  const kinds = ['list', 'antenna', 'channel', 'role'] as const;
  return new Map(
    kinds.flatMap((kind) =>
      parts[kind].items.map(({ id, name }): [TimelineKey, string] => [
        timelineKey({ kind, id, switches: defaultSwitches }),
        name,
      ]),
    ),
  );
}

/** The account's own roles are known without asking. */
function withOwn(explorable: CataloguePart, own: readonly CatalogueItem[]): CataloguePart {
  if (own.length === 0) return explorable;
  return { items: eachOnce([...own, ...explorable.items]), error: null };
}

async function part(fetch: () => Promise<readonly CatalogueItem[]>): Promise<CataloguePart> {
  try {
    return { items: eachOnce(await fetch()), error: null };
  } catch (error) {
    if (error instanceof ApiError) return { items: [], error };
    throw error;
  }
}

/** Older servers answer 404 for what came later: there is nothing of it then, and nothing is wrong. */
async function unlessLacking<Item>(
  fetch: () => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  try {
    return await fetch();
  } catch (error) {
    if (error instanceof ApiError && error.status === 404 && error.code === null) return [];
    throw error;
  }
}

function eachOnce(all: readonly CatalogueItem[]): CatalogueItem[] {
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()];
}
