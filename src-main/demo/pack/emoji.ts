import { emojiUrl } from '../world/emojis.ts';
import type { Packed } from '../world/events.ts';
import type { DemoEmoji } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** As the list of `emojis` has it. */
export function packEmojiSimple(world: World, emoji: DemoEmoji): Packed {
  return {
    aliases: emoji.aliases,
    name: emoji.name,
    category: emoji.category,
    url: emojiUrl(world, emoji),
  };
}

/** As `emoji` and the emoji broadcasts have it. */
export function packEmojiDetailed(world: World, emoji: DemoEmoji): Packed {
  return {
    id: emoji.id,
    aliases: emoji.aliases,
    name: emoji.name,
    category: emoji.category,
    host: emoji.host,
    url: emojiUrl(world, emoji),
    license: null,
    isSensitive: false,
    localOnly: false,
    roleIdsThatCanBeUsedThisEmojiAsReaction: [],
  };
}
