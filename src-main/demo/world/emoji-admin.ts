import { packEmojiDetailed } from '../pack/emoji.ts';
import { emojiKey } from './emojis.ts';
import type { DemoEmoji } from './model.ts';
import type { World } from './world.ts';

/** What an administrator may say of an emoji. */
export interface EmojiInput {
  readonly category?: string | null;
  readonly aliases?: readonly string[];
  /** The emoji whose picture it has; its own when left out. */
  readonly picture?: string;
}

/** Adds an emoji to the server; everybody is told. */
export function addEmoji(world: World, name: string, input: EmojiInput = {}): void {
  const emoji: DemoEmoji = {
    id: world.newId(),
    name,
    host: null,
    category: input.category ?? null,
    aliases: input.aliases ?? [],
    picture: input.picture ?? name,
  };
  world.emojis.set(emojiKey(name, null), emoji);
  const body = { emoji: packEmojiDetailed(world, emoji) };
  world.events.publish({ kind: 'broadcast', type: 'emojiAdded', body });
}

/** Changes what is said of an emoji, or its picture; everybody is told. */
export function updateEmoji(world: World, name: string, input: EmojiInput): void {
  const emoji = { ...requireEmoji(world, name), ...input };
  world.emojis.set(emojiKey(name, null), emoji);
  tellOf(world, 'emojiUpdated', emoji);
}

/** Takes an emoji away; everybody is told. Reactions with it stay, as on the real server. */
export function deleteEmoji(world: World, name: string): void {
  const emoji = requireEmoji(world, name);
  world.emojis.delete(emojiKey(name, null));
  tellOf(world, 'emojiDeleted', emoji);
}

function tellOf(world: World, type: 'emojiUpdated' | 'emojiDeleted', emoji: DemoEmoji): void {
  const body = { emojis: [packEmojiDetailed(world, emoji)] };
  world.events.publish({ kind: 'broadcast', type, body });
}

function requireEmoji(world: World, name: string): DemoEmoji {
  const emoji = world.emojis.get(emojiKey(name, null));
  if (emoji === undefined) throw new Error(`no such emoji: ${name}`);
  return emoji;
}
