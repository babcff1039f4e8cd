import type { CustomEmojiView, EmojiCatalogue } from '../../../../src-main/ipc/contract.ts';
import type { Offer } from '../../../../src-renderer/emoji/choices.ts';
import { readTables } from '../../../../src-renderer/emoji/tables.ts';

/** Tables as the build writes them, with a few emojis only. */
export const unicode = readTables('😀 😺\n👍 👋\n🐱 🌱', [
  'にっこり|笑顔\n笑う猫|ネコ\n良い|いいね\nやあ|手を振る\n猫の顔|ネコ\n苗',
  'grinning face|smile\ngrinning cat|animal\nthumbs up|like|yes\nwaving hand|bye\ncat face|pet\nseedling|plant',
]);

export function custom(name: string, given: Partial<CustomEmojiView> = {}): CustomEmojiView {
  return { name, aliases: [], category: null, sensitive: false, ...given };
}

export function offer(
  catalogue: Partial<EmojiCatalogue> = {},
  given: Partial<Omit<Offer, 'catalogue'>> = {},
): Offer {
  return {
    catalogue: { custom: [], recent: [], pinned: [], ...catalogue },
    unicode,
    sensitive: true,
    ...given,
  };
}
