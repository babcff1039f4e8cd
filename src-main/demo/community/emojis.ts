/** The emojis of the demo server. */
export const localEmojis: readonly {
  readonly name: string;
  readonly category: string;
  readonly aliases: readonly string[];
}[] = [
  { name: 'suzu', category: 'すず', aliases: ['bell', '鈴'] },
  { name: 'neko_happy', category: 'ねこ', aliases: ['cat', 'ねこ'] },
  { name: 'onigiri', category: 'たべもの', aliases: ['rice', 'おにぎり'] },
  { name: 'tea', category: 'たべもの', aliases: ['お茶', '차'] },
  { name: 'shipit', category: 'しごと', aliases: ['release'] },
];

/** An emoji of the other server, which this one knows from a reaction. */
export const remoteEmoji = { name: 'tea', host: 'far.example' };
