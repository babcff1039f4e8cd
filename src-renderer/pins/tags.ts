import type { PinnedTimeline } from '../../src-main/ipc/contract.ts';

/** Tags in one timeline at most; the main process takes no more. */
export const mostTags = 16;

/** A note must have all of the tags, or any of them. */
export type Match = 'all' | 'any';

/** The tags in what a person typed, with or without `#`, each once whatever its case. */
export function tagsIn(text: string): readonly string[] {
  const words = text.split(/[\s,、，]+/u).map((word) => word.replace(/^[#＃]+/u, ''));
  const seen = new Set<string>();
  return words.filter((word) => {
    const name = word.toLowerCase();
    if (word === '' || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The tags as the sets of which a note must have one. */
export function tagSets(
  tags: readonly string[],
  match: Match,
): Extract<PinnedTimeline['spec'], { kind: 'hashtag' }>['anyOf'] {
  return match === 'all' ? [tags] : tags.map((tag) => [tag]);
}
