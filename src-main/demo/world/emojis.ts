import type { DemoEmoji, DemoUser, ReactionAcceptance } from './model.ts';
import type { World } from './world.ts';

/** What an unusable reaction silently turns into. */
export const fallbackReaction = '❤';

/** Names that clients of long ago sent instead of an emoji. */
const oldNames: Readonly<Record<string, string>> = {
  like: '👍',
  love: '❤',
  laugh: '😆',
  hmm: '🤔',
  surprise: '😮',
  congrats: '🎉',
  angry: '💢',
  confused: '😥',
  rip: '😇',
  pudding: '🍮',
  star: '⭐',
};

const customForm = /^:([\w+-]+)(?:@([\w.-]+))?:$/;
const unicodeForm =
  /^(?:\p{Regional_Indicator}{2}|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*)$/u;

/** The key under which emojis are kept: `name@.` for this server's, `name@host` for others'. */
export function emojiKey(name: string, host: string | null): string {
  return `${name}@${host ?? '.'}`;
}

/** The emoji that a reaction's key (`:name@.:`, `:name@host:`) names; null for a Unicode emoji. */
export function emojiOfReaction(world: World, reaction: string): DemoEmoji | null {
  const match = customForm.exec(reaction);
  if (match === null) return null;
  const host = match[2];
  return world.emojis.get(emojiKey(match[1] ?? '', host === undefined ? null : host)) ?? null;
}

/** The address of an emoji's picture. */
export function emojiUrl(world: World, emoji: DemoEmoji): string {
  return `${world.origin}/files/emoji-${emoji.picture}`;
}

/**
 * The key under which a reaction is counted. What the note does not accept, or what is no emoji that
 * the server knows, becomes ❤ without a word, as on the real server.
 */
export function reactionKey(
  world: World,
  reactor: DemoUser,
  wanted: string | null,
  acceptance: ReactionAcceptance | null,
): string {
  const remote = reactor.host !== null;
  if (acceptance === 'likeOnly') return fallbackReaction;
  if (remote && acceptance !== null && acceptance !== 'nonSensitiveOnly') return fallbackReaction;
  if (wanted === null) return fallbackReaction;
  const named = oldNames[wanted];
  if (named !== undefined) return named;
  const custom = customForm.exec(wanted);
  if (custom !== null) {
    const host = custom[2] === undefined || custom[2] === '.' ? reactor.host : custom[2];
    const key = emojiKey(custom[1] ?? '', host);
    return world.emojis.has(key) ? `:${key}:` : fallbackReaction;
  }
  // A joined sequence keeps its variation selectors, everything else loses them.
  if (!unicodeForm.test(wanted)) return fallbackReaction;
  return wanted.includes('\u200D') ? wanted : wanted.replaceAll('\uFE0F', '');
}

/** A reaction as `notification.reaction` spells it: without the `@.` of a local emoji. */
export function reactionInNotification(key: string): string {
  return key.replace(/@\.:$/, ':');
}
