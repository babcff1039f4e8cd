import type { Messages } from '../messages/index.ts';
import type { SettingsEntry, SettingsPage } from './page.ts';

/** An entry that matches, and the page it stands on. */
export interface FoundEntry {
  readonly page: SettingsPage;
  readonly entry: SettingsEntry;
}

/**
 * The entries that hold every word of the query, in one of the languages: in their label, their
 * keywords or the title of their page. Those whose label begins with it come first, then those whose
 * label holds it. An empty query finds nothing.
 *
 * @param languages the reader's first; what is found is named in that one
 */
export function findEntries(
  query: string,
  pages: readonly SettingsPage[],
  languages: readonly [Messages, ...Messages[]],
): readonly FoundEntry[] {
  const whole = folded(query);
  if (whole === '') return [];
  const words = whole.split(' ');
  const found = pages.flatMap((page) => {
    const [shown, ...others] = languages.map((m) => ({ m, entries: page.entries(m) }));
    return (shown?.entries ?? []).flatMap((entry) => {
      const spoken = [
        { m: languages[0], entry },
        ...others.flatMap(({ m, entries }) =>
          entries.filter(({ id }) => id === entry.id).map((same) => ({ m, entry: same })),
        ),
      ];
      const rank = Math.min(
        ...spoken.map((one) => rankOf(one.entry, page.title(one.m), whole, words)),
      );
      return Number.isFinite(rank) ? [{ rank, page, entry }] : [];
    });
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ page, entry }) => ({ page, entry }));
}

/** The lower, the nearer; infinite where a word is missing. */
function rankOf(
  { label, keywords = [] }: SettingsEntry,
  title: string,
  whole: string,
  words: readonly string[],
): number {
  const name = folded(label);
  const all = folded([label, ...keywords, title].join(' '));
  if (!words.every((word) => all.includes(word))) return Number.POSITIVE_INFINITY;
  if (name.startsWith(whole)) return 0;
  return words.every((word) => name.includes(word)) ? 1 : 2;
}

/** Without what a person who searches does not think of: case, width, accents, kind of kana. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}
