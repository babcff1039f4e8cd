import type { MisskeyApi } from '../api/api.ts';
import { type Note, noteSchema, pageOf } from '../api/schemas.ts';
import { canonicalTag, type TimelineSpec, timelineEndpoint } from './timelines.ts';

/** Which notes of a timeline. */
export interface PageRange {
  /** At most; 100 is the most that servers take. */
  readonly limit: number;
  /** Only what is older than this note. */
  readonly untilId?: string;
}

type TagTimeline = Extract<TimelineSpec, { kind: 'hashtag' }>;

/** What was found of one set of tags. */
interface Found {
  readonly notes: readonly Note[];
  /** What is older than this id was not looked at; null = nothing is. */
  readonly reach: string | null;
}

const notePage = pageOf(noteSchema);

/** Pages that are looked through at most for notes with all tags of a set. */
const mostPages = 5;

/**
 * A page of a timeline, newest first. Of tags each set is asked for by itself, and what comes is looked
 * through: asked for several at once, Misskey looks for the last tag alone (PROTOCOL §5).
 * @throws ApiError
 */
export async function fetchTimelinePage(
  api: MisskeyApi,
  spec: TimelineSpec,
  range: PageRange,
): Promise<readonly Note[]> {
  if (spec.kind !== 'hashtag') return (await ask(api, spec, range)).items;
  const found: Found[] = [];
  // One after another: there may be many sets, and forks count calls.
  for (const tags of spec.anyOf) found.push(await findTagged(api, spec, tags, range));
  return joined(found).slice(0, range.limit);
}

async function ask(api: MisskeyApi, spec: TimelineSpec, range: PageRange) {
  const { name, parameters } = timelineEndpoint(spec);
  return api.call(name, { ...parameters, ...range }, notePage);
}

async function findTagged(
  api: MisskeyApi,
  spec: TagTimeline,
  tags: readonly string[],
  range: PageRange,
): Promise<Found> {
  const notes: Note[] = [];
  let from = range;
  for (let count = 0; count < mostPages; count += 1) {
    const { items, lastId, length } = await ask(api, { ...spec, anyOf: [tags] }, from);
    notes.push(...items.filter((note) => hasAll(note, tags)));
    if (lastId === null || length < range.limit) return { notes, reach: null };
    from = { ...range, untilId: lastId };
    if (tags.length === 1 || notes.length >= range.limit) break;
  }
  return { notes, reach: from.untilId ?? null };
}

/** Of a single tag the server's word is enough. */
function hasAll(note: Note, tags: readonly string[]): boolean {
  if (tags.length === 1) return true;
  const its = new Set(note.tags.map(canonicalTag));
  return tags.every((tag) => its.has(canonicalTag(tag)));
}

/** Newest first, and no further than where something of another set may lie between. */
function joined(found: readonly Found[]): readonly Note[] {
  const notes = found.flatMap((one) => one.notes);
  const all = [...new Map(notes.map((note) => [note.id, note])).values()].sort(newestFirst);
  const reaches = found.flatMap(({ reach }) => reach ?? []);
  const sure = all.filter(({ id }) => reaches.every((reach) => id >= reach));
  // An empty page would say that there is no more.
  return sure.length === 0 ? all : sure;
}

function newestFirst(a: Note, b: Note): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}
