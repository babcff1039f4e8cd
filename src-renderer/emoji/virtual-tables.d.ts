/** Made at build time by scripts/lib/emoji-plugin.mjs. */
declare module 'virtual:unicode-emoji/*' {
  /** Base64 of a raw deflate. */
  export const table: string;
}
