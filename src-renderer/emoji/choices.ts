import type { CustomEmojiView, EmojiCatalogue } from '../../src-main/ipc/contract.ts';
import { type EmojiRef, emojiOf, reactionText } from './reaction-text.ts';
import { type UnicodeEmoji, type UnicodeGroup, unicodeGroups } from './tables.ts';

/** An emoji as the picker offers it. */
export interface Choice {
  readonly emoji: EmojiRef;
  /** How it is written as a reaction. */
  readonly text: string;
  /** What it is called: `:name:`, or its name in the language of the window. */
  readonly label: string;
}

/** A part of the picker, under a title. */
export interface Section {
  readonly kind: 'pinned' | 'recent' | 'custom' | 'unicode' | 'found';
  /** Of a group of Unicode's; null for the others. */
  readonly group: UnicodeGroup | null;
  /** The category that the server names; null for those without one, and for other kinds. */
  readonly category: string | null;
  readonly choices: readonly Choice[];
}

/** What the picker chooses among. */
export interface Offer {
  readonly catalogue: EmojiCatalogue;
  readonly unicode: readonly UnicodeEmoji[];
  /** Whether emojis that the server marks as sensitive may be chosen. */
  readonly sensitive: boolean;
}

/** Everything in its sections: pinned, recent, the server's own by category, Unicode's by group. */
export function sectionsOf(offer: Offer): readonly Section[] {
  const { catalogue, unicode } = offer;
  const custom = allowedCustom(offer);
  const written = writtenChoices(custom, unicode);
  const kept = (kind: 'pinned' | 'recent'): Section => ({
    ...plain,
    kind,
    choices: catalogue[kind].flatMap((text) => written(text) ?? []),
  });
  return [
    kept('pinned'),
    kept('recent'),
    ...byCategory(custom),
    ...unicodeGroups.map(
      (group): Section => ({
        ...plain,
        kind: 'unicode',
        group,
        choices: unicode.filter((emoji) => emoji.group === group).map(unicodeChoice),
      }),
    ),
  ].filter(({ choices }) => choices.length > 0);
}

/** The server's emojis that may be chosen. */
export function allowedCustom({
  catalogue,
  sensitive,
}: Pick<Offer, 'catalogue' | 'sensitive'>): readonly CustomEmojiView[] {
  return sensitive ? catalogue.custom : catalogue.custom.filter((emoji) => !emoji.sensitive);
}

export function customChoice({ name }: Pick<CustomEmojiView, 'name'>): Choice {
  const emoji: EmojiRef = { kind: 'custom', name };
  return { emoji, text: reactionText(emoji), label: `:${name}:` };
}

export function unicodeChoice({
  character,
  name,
}: Pick<UnicodeEmoji, 'character' | 'name'>): Choice {
  const emoji: EmojiRef = { kind: 'unicode', character };
  return { emoji, text: reactionText(emoji), label: name };
}

const plain = { group: null, category: null } as const;

/** Finds what a reaction that is kept stands for; null where the server does not have it (any more). */
function writtenChoices(
  custom: readonly CustomEmojiView[],
  unicode: readonly UnicodeEmoji[],
): (text: string) => Choice | null {
  const choices = new Map(
    [...custom.map(customChoice), ...unicode.map(unicodeChoice)].map((choice) => [
      choice.text,
      choice,
    ]),
  );
  return (text) => {
    const emoji = emojiOf(text);
    const known = choices.get(reactionText(emoji));
    if (known !== undefined) return known;
    // One that is newer than Suzu's tables, or with a skin tone.
    return emoji.kind === 'unicode' ? { emoji, text, label: emoji.character } : null;
  };
}

/** The categories in the order in which the server names them first; those without one at the end. */
function byCategory(custom: readonly CustomEmojiView[]): readonly Section[] {
  const categories = new Map<string | null, Choice[]>();
  for (const emoji of custom) {
    const category = emoji.category?.trim() || null;
    const choices = categories.get(category) ?? [];
    choices.push(customChoice(emoji));
    categories.set(category, choices);
  }
  const rest = categories.get(null);
  categories.delete(null);
  if (rest !== undefined) categories.set(null, rest);
  return [...categories].map(([category, choices]) => ({
    ...plain,
    kind: 'custom',
    category,
    choices,
  }));
}
