import { parseEmojiCode } from './emoji.ts';

/** What an account's emoji picker shows first; each is `👍` or `:name:`. */
export interface EmojiChoices {
  /** Newest first. */
  readonly recent: readonly string[];
  /** In the order to show them. */
  readonly pinned: readonly string[];
}

/** As many as a picker shows without scrolling. */
const mostRecent = 32;
const mostPinned = 64;
const longest = 260;

/** Those that Misskey itself starts with. */
export const startingChoices: EmojiChoices = {
  recent: [],
  pinned: ['👍', '❤️', '😆', '🤔', '😮', '🎉', '💢', '😥', '😇', '🍮'],
};

/** The choices after a reaction was sent; one of another server cannot be chosen again. */
export function withRecent(choices: EmojiChoices, reaction: string): EmojiChoices {
  const recent = inOneSpelling([reaction, ...choices.recent]).slice(0, mostRecent);
  return { ...choices, recent };
}

/** The choices with other pinned ones, each once. */
export function withPinned(choices: EmojiChoices, pinned: readonly string[]): EmojiChoices {
  return { ...choices, pinned: inOneSpelling(pinned).slice(0, mostPinned) };
}

/** Choices as they were kept, without what nobody chose: whoever changed the file may have put it there. */
export function keptChoices({ recent, pinned }: EmojiChoices): EmojiChoices {
  return withPinned({ recent: inOneSpelling(recent).slice(0, mostRecent), pinned: [] }, pinned);
}

/** Without repetitions, however they were spelled, and without what cannot be sent. */
function inOneSpelling(reactions: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const reaction of reactions) {
    if (reaction === '' || reaction.length > longest) continue;
    const emoji = parseEmojiCode(reaction);
    if (emoji === null ? reaction.startsWith(':') : emoji.host !== null) continue;
    const spelled = emoji === null ? reaction : `:${emoji.name}:`;
    const key = spelled.replaceAll('\ufe0f', '');
    if (!byKey.has(key)) byKey.set(key, spelled);
  }
  return [...byKey.values()];
}
