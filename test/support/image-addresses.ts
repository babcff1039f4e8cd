import type { ImageAddresses } from '../../src-main/ipc/views/images.ts';

/** Gives every https picture a readable address, and refuses all others. */
export const readableImages: ImageAddresses = {
  address: (url) => (url.startsWith('https://') ? `suzu:${url.slice('https://'.length)}` : null),
  media: (url) =>
    url.startsWith('https://') ? `suzu:media/${url.slice('https://'.length)}` : null,
  emojiPrefix: (accountId) => `suzu:emoji/${accountId}/`,
};
