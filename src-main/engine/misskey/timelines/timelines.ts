import type { EndpointName } from '../api/api.ts';
import type { Me } from '../api/schemas.ts';
import type { ChannelRequest } from '../link/channels.ts';

/** Timelines that an account has without naming anything; `bubble` is Sharkey's (PROTOCOL §8). */
export type PlainTimelineKind = 'home' | 'local' | 'social' | 'global' | 'bubble';
/** Timelines of something on the server that has an id. */
export type NamedTimelineKind = 'list' | 'antenna' | 'channel' | 'role';
export type TimelineKind = PlainTimelineKind | NamedTimelineKind | 'hashtag';

/** The server's channel parameters; a kind ignores those that it does not have. */
export interface TimelineSwitches {
  readonly withRenotes: boolean;
  readonly withReplies: boolean;
  readonly withFiles: boolean;
}

/** A timeline with its parameters. */
export type TimelineSpec =
  | { readonly kind: PlainTimelineKind; readonly switches: TimelineSwitches }
  | { readonly kind: NamedTimelineKind; readonly id: string; readonly switches: TimelineSwitches }
  | {
      readonly kind: 'hashtag';
      /** Tags without `#`: a note shows when it has all the tags of one of these sets. */
      readonly anyOf: readonly (readonly string[])[];
      readonly switches: TimelineSwitches;
    };

/** Names a timeline within its account; see `timelineKey`. */
export type TimelineKey = string;

/** The channels that timelines are made of. */
export type NoteChannel =
  | 'homeTimeline'
  | 'localTimeline'
  | 'hybridTimeline'
  | 'globalTimeline'
  | 'bubbleTimeline'
  | 'userList'
  | 'antenna'
  | 'channel'
  | 'roleTimeline'
  | 'hashtag';

/** What to call for a page of a timeline. */
export interface TimelineEndpoint {
  readonly name: EndpointName;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The server's defaults (PROTOCOL §3). */
export const defaultSwitches: TimelineSwitches = {
  withRenotes: true,
  withReplies: false,
  withFiles: false,
};

const few = ['withRenotes', 'withFiles'] as const;
const all = ['withRenotes', 'withReplies', 'withFiles'] as const;

const switchesByKind: Readonly<Record<TimelineKind, readonly (keyof TimelineSwitches)[]>> = {
  home: few,
  local: all,
  social: all,
  global: few,
  bubble: few,
  list: few,
  antenna: [],
  channel: [],
  role: [],
  hashtag: [],
};

const endpoints: Readonly<Record<TimelineKind, EndpointName>> = {
  home: 'notes/timeline',
  local: 'notes/local-timeline',
  social: 'notes/hybrid-timeline',
  global: 'notes/global-timeline',
  bubble: 'notes/bubble-timeline',
  list: 'notes/user-list-timeline',
  antenna: 'antennas/notes',
  channel: 'channels/timeline',
  role: 'roles/notes',
  hashtag: 'notes/search-by-tag',
};

const plainKinds = ['home', 'local', 'social', 'global', 'bubble'] as const;

/** A plain timeline with the server's defaults. */
export function plainTimeline(kind: PlainTimelineKind): TimelineSpec {
  return { kind, switches: defaultSwitches };
}

/** The switches that a kind has. */
export function switchesOf(kind: TimelineKind): readonly (keyof TimelineSwitches)[] {
  return switchesByKind[kind];
}

/**
 * The one way to write a timeline: switches that its kind does not have are at their defaults, tags
 * are without `#`, without doubles, and in order. Null when no tag is left.
 */
export function canonicalTimeline(spec: TimelineSpec): TimelineSpec | null {
  const switches = ownSwitches(spec);
  if (spec.kind !== 'hashtag') return { ...spec, switches };
  const sets = spec.anyOf.map((tags) => unique(tags.map(canonicalTag).filter(Boolean)));
  const anyOf = uniqueBy(
    sets.filter((tags) => tags.length > 0),
    (tags) => tags.join(' '),
  );
  return anyOf.length === 0 ? null : { kind: 'hashtag', anyOf, switches };
}

/**
 * Names a timeline within its account: `home`, `list:9abc`, `hashtag:birds,cats+dogs`, with the
 * switches that differ from the server's defaults behind a question mark
 * (`local?withoutRenotes&withReplies`). The same timeline has the same key however it was written.
 */
export function timelineKey(spec: TimelineSpec): TimelineKey {
  const { withRenotes, withReplies, withFiles } = ownSwitches(spec);
  const changed = [
    ...(withRenotes ? [] : ['withoutRenotes']),
    ...(withReplies ? ['withReplies'] : []),
    ...(withFiles ? ['withFiles'] : []),
  ];
  const name = [spec.kind, ...subject(spec)].join(':');
  return changed.length === 0 ? name : `${name}?${changed.join('&')}`;
}

/** What to connect on the stream. Only what is required or differs from the defaults is sent. */
export function timelineChannel(spec: TimelineSpec): ChannelRequest<NoteChannel> {
  const switches = changedSwitches(spec);
  switch (spec.kind) {
    case 'home':
      return { channel: 'homeTimeline', params: switches };
    case 'local':
      return { channel: 'localTimeline', params: switches };
    case 'social':
      return { channel: 'hybridTimeline', params: switches };
    case 'global':
      return { channel: 'globalTimeline', params: switches };
    case 'bubble':
      return { channel: 'bubbleTimeline', params: switches };
    case 'list':
      return { channel: 'userList', params: { listId: spec.id, ...switches } };
    case 'antenna':
      return { channel: 'antenna', params: { antennaId: spec.id } };
    case 'channel':
      return { channel: 'channel', params: { channelId: spec.id } };
    case 'role':
      return { channel: 'roleTimeline', params: { roleId: spec.id } };
    case 'hashtag':
      return { channel: 'hashtag', params: { q: spec.anyOf.map((tags) => [...tags]) } };
  }
}

/** What to call for a page of notes; the page itself is the caller's to add. */
export function timelineEndpoint(spec: TimelineSpec): TimelineEndpoint {
  const { params } = timelineChannel(spec);
  // Ids and switches are called the same on both sides; only the tags are not.
  const parameters = 'q' in params ? { query: params.q } : params;
  return { name: endpoints[spec.kind], parameters: { ...parameters } };
}

/**
 * The plain timelines that the server's policies allow this account. The stream confirms forbidden
 * ones and then stays mute (PROTOCOL §0.7), so they must not be offered.
 */
export function allowedTimelines(policies: Me['policies']): PlainTimelineKind[] {
  return plainKinds.filter((kind) => isAllowed(kind, policies));
}

/** Whether the server's policies allow this account a timeline; only plain ones can be forbidden. */
export function isAllowed(kind: TimelineKind, policies: Me['policies']): boolean {
  switch (kind) {
    case 'local':
    case 'social':
      return policies.ltlAvailable;
    case 'global':
      return policies.gtlAvailable;
    case 'bubble':
      return policies.btlAvailable;
    default:
      return true;
  }
}

/** Whether a timeline can be looked at without signing in (PROTOCOL §3). */
export function isForGuests(kind: TimelineKind): boolean {
  return ['local', 'global', 'bubble', 'channel', 'hashtag'].includes(kind);
}

function changedSwitches(spec: TimelineSpec): Partial<TimelineSwitches> {
  const { withRenotes, withReplies, withFiles } = ownSwitches(spec);
  return {
    ...(withRenotes ? {} : { withRenotes }),
    ...(withReplies ? { withReplies } : {}),
    ...(withFiles ? { withFiles } : {}),
  };
}

/** Servers refuse replies and files at once (PROTOCOL §5): files win. */
function ownSwitches({ kind, switches }: TimelineSpec): TimelineSwitches {
  const has = new Set(switchesOf(kind));
  const withFiles = has.has('withFiles') && switches.withFiles;
  return {
    withRenotes: !has.has('withRenotes') || switches.withRenotes,
    withReplies: has.has('withReplies') && switches.withReplies && !withFiles,
    withFiles,
  };
}

function subject(spec: TimelineSpec): string[] {
  if (spec.kind === 'hashtag') {
    const { anyOf } = canonicalTags(spec);
    return [anyOf.map((tags) => tags.map(escaped).join('+')).join(',')];
  }
  return 'id' in spec ? [escaped(spec.id)] : [];
}

function canonicalTags(spec: Extract<TimelineSpec, { kind: 'hashtag' }>) {
  const canonical = canonicalTimeline(spec);
  return canonical?.kind === 'hashtag' ? canonical : { anyOf: [] };
}

/**
 * A tag as the server compares it: in any case and width alike. Empty for one that no note can have:
 * servers break over characters that mean something to their database (PROTOCOL §5).
 */
export function canonicalTag(tag: string): string {
  const canonical = tag.normalize('NFKC').toLowerCase().replace(/^#+/, '').trim();
  return /[\p{Cc}"'%\\]/u.test(canonical) ? '' : canonical;
}

/** Without the characters that part a key. */
function escaped(text: string): string {
  return text.replace(/[%+,:?&\s]/g, (character) => encodeURIComponent(character));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function uniqueBy<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
