import type {
  PinnedTimeline,
  TimelineSpec,
  TimelineSwitches,
} from '../../src-main/ipc/contract.ts';
import type { IconName } from '../icons/paths.ts';
import type { Messages } from '../messages/index.ts';

/** The icons that Misskey's own client gives its timelines. */
export const timelineIcons: Readonly<Record<TimelineSpec['kind'], IconName>> = {
  home: 'home',
  local: 'planet',
  social: 'rocket',
  global: 'world',
  bubble: 'droplet',
  list: 'list',
  antenna: 'antenna',
  channel: 'device-tv',
  role: 'badges',
  hashtag: 'hash',
};

/** What the server does where it is told nothing (PROTOCOL §3). */
export const usualSwitches: TimelineSwitches = {
  withRenotes: true,
  withReplies: false,
  withFiles: false,
};

/** A timeline by name: as the server calls it, or in Suzu's words where it has no name of its own. */
export function timelineName(
  { spec, name }: Pick<PinnedTimeline, 'spec' | 'name'>,
  words: Messages['timeline'],
): string {
  if (spec.kind === 'hashtag') {
    return spec.anyOf.map((tags) => tags.map((tag) => `#${tag}`).join(' + ')).join(', ');
  }
  return name ?? words.names[spec.kind];
}

/** What its switches change, in words; empty where all is as usual. */
export function switchesText(pinned: PinnedTimeline, words: Messages['timeline']): string {
  const { switches } = pinned.spec;
  return pinned.switches
    .filter((name) => switches[name] !== usualSwitches[name])
    .map((name) => words.switched[name])
    .join(', ');
}
