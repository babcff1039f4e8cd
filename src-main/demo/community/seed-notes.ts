import type { Visibility } from '../world/model.ts';
import type { PhotoName } from './photos.ts';

/** A note that was there before the demo began. */
export interface SeedNote {
  /** Other notes name this one by it. */
  readonly key?: string;
  /** Username, `name@host` for somebody of another server. */
  readonly by: string;
  /** How many minutes before the start. */
  readonly ago: number;
  readonly text?: string;
  readonly cw?: string;
  readonly visibility?: Visibility;
  readonly photos?: readonly { readonly name: PhotoName; readonly sensitive?: boolean }[];
  readonly poll?: {
    readonly choices: readonly string[];
    readonly multiple?: boolean;
    /** Minutes after the start. */
    readonly endsIn: number;
    /** Username → index. */
    readonly votes: Readonly<Record<string, number>>;
  };
  readonly replyTo?: string;
  readonly renoteOf?: string;
  /** The name of a channel in which it is posted. */
  readonly channel?: string;
  /** Username → emoji. */
  readonly reactions?: Readonly<Record<string, string>>;
}

/** Oldest first. */
export const seedNotes: readonly SeedNote[] = [
  {
    key: 'morning',
    by: 'minato',
    ago: 415,
    text: 'おはようございます。今日も店を開けました。\n窓際の席、まだ空いています :tea:',
    reactions: { akari: ':tea:', jiho: '👋', mei: ':tea:', tomas: ':tea:' },
  },
  {
    by: 'tenki_bot',
    ago: 410,
    text: '【港町の天気】くもりのち晴れ。最高気温は14度、南の風。\n傘は<small>たぶん</small>いりません。 #天気',
    reactions: { minato: '👍', nekochan: ':neko_happy:' },
  },
  {
    key: 'bread',
    by: 'akari',
    ago: 402,
    text: '朝いちばんのパンが焼けました！ **くるみ**と*いちじく*です。\n#パン #朝ごはん',
    reactions: {
      minato: ':neko_happy:',
      jiho: '😋',
      lukas: '❤',
      amelie: '😋',
      mei: ':neko_happy:',
    },
  },
  {
    by: 'lukas',
    ago: 398,
    text: 'Guten Morgen! Der Sauerteig hat die Nacht überlebt. **Ich auch, knapp.** #Sauerteig',
    reactions: { akari: '🎉', amelie: '😆' },
  },
  {
    by: 'nekochan',
    ago: 390,
    text: 'ねむい。\n$[tada にゃーん]',
    reactions: { akari: ':neko_happy:', minato: ':neko_happy:', kokoro: ':neko_happy:' },
  },
  {
    by: 'amelie',
    ago: 377,
    text: 'Première livraison de pivoines de la semaine 🌸 La boutique sent *incroyablement* bon ce matin.',
    reactions: { mei: '🌸', akari: '🌸', minato: '❤' },
  },
  {
    key: 'bug',
    by: 'jiho',
    ago: 365,
    text: '드디어 버그를 찾았다. 범인은 이 한 줄이었다.\n```js\nconst ready = items.length = 0;\n```',
    reactions: { lukas: ':shipit:', mei: '😆', minato: '🤔', akari: '👏' },
  },
  {
    by: 'mei',
    ago: 360,
    text: '@jiho 一个等号的代价……辛苦了，喝杯茶吧 :tea:',
    replyTo: 'bug',
    reactions: { jiho: ':tea:' },
  },
  {
    by: 'tomas@far.example',
    ago: 350,
    text: 'Fog again. The lighthouse says hello to everyone who is still asleep. 🌊',
    reactions: { minato: '👋', amelie: '🌊' },
  },
  {
    by: 'mei',
    ago: 334,
    text: '阳台上的薄荷又长高了一截。\n<center>🌿 好天气万岁 🌿</center>',
    reactions: { amelie: '🌿', akari: '❤' },
  },
  {
    key: 'poll',
    by: 'akari',
    ago: 325,
    text: '今日のお昼、どうしよう？',
    poll: {
      choices: ['おにぎり :onigiri:', 'ラーメン', 'パン（またパン）', 'お茶だけ'],
      endsIn: 600,
      votes: { jiho: 1, mei: 3, lukas: 2, nekochan: 0, kokoro: 0 },
    },
    reactions: { jiho: '🍜' },
  },
  {
    by: 'jiho',
    ago: 318,
    text: '점심은 이걸로 정했다. 반숙은 6분 30초. #라면',
    photos: [{ name: 'ramen' }],
    reactions: { akari: '😋', minato: '😋', lukas: '🤤', nekochan: ':onigiri:' },
  },
  {
    by: 'kokoro',
    ago: 305,
    text: '喫茶店の隅の席で三冊目に入りました。名前は長いけれど、読むのは速いほうです。',
    reactions: { minato: '📖' },
  },
  {
    key: 'books',
    by: 'minato',
    ago: 297,
    text: '新しく入った本のこと。\n> 海を見に行く人は、だいたい何かを置いてくる。\n\nこの一行だけで仕入れてしまいました。 #本屋の日記',
    reactions: { akari: '❤', kokoro: '📖', mei: ':suzu:', amelie: '❤', tomas: '👍' },
  },
  {
    by: 'amelie',
    ago: 291,
    text: 'Je veux ce livre. Est-ce qu’il existe en français ?',
    renoteOf: 'books',
    reactions: { minato: '🙏' },
  },
  {
    by: 'kokoro',
    ago: 286,
    renoteOf: 'books',
  },
  {
    by: 'lukas',
    ago: 270,
    text: 'Neue Werkbank, alter Synthesizer. Anleitung von 1983 lesen und dabei Tee trinken: https://example.com/synth/manual',
    photos: [{ name: 'desk' }],
    reactions: { jiho: '🎹', minato: ':tea:' },
  },
  {
    key: 'quiz',
    by: 'mei',
    ago: 262,
    cw: '昨晚那部剧的结局（剧透）',
    text: '原来灯塔守护人就是写信的人！！我哭了半个小时。',
    reactions: { akari: '😭', amelie: '🤐' },
  },
  {
    by: 'nekochan',
    ago: 250,
    text: 'ひるね、しゅうりょう。おやつ、かいし。 :onigiri:',
    reactions: { akari: ':onigiri:', minato: ':onigiri:' },
  },
  {
    by: 'tenki_bot',
    ago: 240,
    text: '【港町の天気】晴れ。西の空から雲が切れてきました。夕焼けが期待できます。 #天気',
    reactions: { akari: '🌇' },
  },
  {
    by: 'jiho',
    ago: 231,
    text: '새 버전 배포 완료 :shipit: 오늘은 아무도 건드리지 마세요. $[shake 제발]',
    reactions: { mei: ':shipit:', lukas: ':shipit:', minato: '🎉' },
  },
  {
    by: 'akari',
    ago: 222,
    text: '@jiho おつかれさま〜！ パン送るね。',
    reactions: { jiho: '🙇' },
  },
  {
    by: 'tomas@far.example',
    ago: 214,
    text: 'A pod of dolphins went by at noon. I waved. They were busy.\n\n@akari@far.example would have liked it.',
    reactions: { amelie: '🐬', minato: '🐬' },
  },
  {
    by: 'amelie',
    ago: 200,
    text: 'Petit conseil de fleuriste : coupez les tiges *en biais*, changez l’eau tous les deux jours, et parlez-leur gentiment. #fleurs',
    reactions: { mei: '📝', lukas: '👍', kokoro: '❤' },
  },
  {
    key: 'cat',
    by: 'akari',
    ago: 188,
    text: 'うちの子のおなか。苦手な人もいるかもしれないので隠しておきます。 #猫のいる暮らし',
    photos: [{ name: 'cat', sensitive: true }],
    reactions: { nekochan: ':neko_happy:', minato: ':neko_happy:', mei: '❤', jiho: ':neko_happy:' },
  },
  {
    by: 'minato',
    ago: 184,
    text: 'これは隠さなくても大丈夫なおなかでは。',
    replyTo: 'cat',
    reactions: { akari: '😆' },
  },
  {
    by: 'lukas',
    ago: 170,
    text: 'Kleine Radtour zum Hafen. 12 km hin, 12 km zurück, *drei* Kuchen dazwischen.',
    reactions: { amelie: '🍰', minato: '🚲' },
  },
  {
    key: 'guild',
    by: 'kokoro',
    ago: 161,
    text: '読書会は金曜の夜、場所はみなとさんのお店です。飲み物だけ持ってきてください。',
    channel: '読書会',
    reactions: { minato: '👍', akari: '👍' },
  },
  {
    by: 'mei',
    ago: 150,
    text: '有没有人想一起学怎么做酸面包？我的面团好像睡着了 😴',
    reactions: { lukas: '🙋', akari: '🙋' },
  },
  {
    by: 'lukas',
    ago: 146,
    text: '@mei Warm stellen und Geduld haben. Und ihm ein Lied vorsingen, das hilft bestimmt.',
    reactions: { mei: '🎵' },
  },
  {
    by: 'akari',
    ago: 133,
    visibility: 'followers',
    text: '（フォロワーのみなさんへ）来月、小さなパン屋の間借り営業をはじめます。まだ内緒です。',
    reactions: { minato: '🎉', jiho: '🎉' },
  },
  {
    by: 'nekochan',
    ago: 120,
    text: 'あけて。あけて。あけて。\nやっぱりいい。',
    reactions: { akari: ':neko_happy:', amelie: '😆', tomas: '😆' },
  },
  {
    key: 'sunset',
    by: 'minato',
    ago: 96,
    text: '店を閉めて、防波堤まで。今日の空はすごかった。',
    photos: [{ name: 'sunset' }],
    reactions: {
      akari: '🌇',
      amelie: '😍',
      jiho: '❤',
      mei: '🌇',
      tomas: '🌊',
      nekochan: ':neko_happy:',
    },
  },
  {
    by: 'tomas@far.example',
    ago: 90,
    text: 'Same sun, other side of the water. Beautiful.',
    renoteOf: 'sunset',
    reactions: { minato: '🌅' },
  },
  {
    by: 'amelie',
    ago: 84,
    renoteOf: 'sunset',
  },
  {
    by: 'jiho',
    ago: 71,
    text: '퇴근길에 하늘 보는 사람 저만은 아니죠? $[rainbow 오늘 노을 최고]',
    reactions: { minato: '🙋', mei: '🙋' },
  },
  {
    by: 'minato',
    ago: 60,
    text: '明日の読み聞かせ会、午後二時からです。ねこも可 :suzu:',
    reactions: { nekochan: ':neko_happy:', akari: ':suzu:', mei: ':suzu:' },
  },
  {
    by: 'akari',
    ago: 52,
    visibility: 'specified',
    text: '@minato 明日の差し入れ、くるみパンでいい？',
    reactions: { minato: '🙏' },
  },
  {
    by: 'tenki_bot',
    ago: 45,
    text: '【港町の天気】今夜は晴れ。星がよく見えるでしょう。明日の朝は冷えます。 #天気',
    reactions: { mei: '✨' },
  },
  {
    by: 'mei',
    ago: 33,
    text: '今晚的月亮像一块刚切开的年糕。\n$[spin.speed=6s 🌙]',
    reactions: { akari: '🌙', minato: '🌙' },
  },
  {
    by: 'lukas',
    ago: 21,
    text: 'Feierabend. Wer noch etwas kaputt macht, muss es morgen selbst reparieren.',
    reactions: { jiho: '😅' },
  },
  {
    by: 'amelie',
    ago: 12,
    text: 'Thé, plaid, chapitre douze. Bonne soirée à tout le monde ✨',
    reactions: { mei: ':tea:', kokoro: ':tea:' },
  },
  {
    by: 'minato',
    ago: 4,
    text: 'レジを締めたら、もう一杯だけお茶を淹れます :tea: 今日もありがとうございました。',
    reactions: { akari: ':tea:' },
  },
];
