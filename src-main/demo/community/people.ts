import type { DemoUser } from '../world/model.ts';

/** The account that the demo is signed in to. */
export const demoAccount = 'minato';

export type PersonInput = Pick<DemoUser, 'username' | 'name' | 'description'> &
  Partial<Pick<DemoUser, 'host' | 'isBot' | 'isCat' | 'isLocked' | 'hasPicture' | 'isOnline'>> & {
    /** Whether the account follows them, and they it. */
    readonly followed: boolean;
    readonly follower: boolean;
  };

/** The people of the demo, the account itself first. */
export const people: readonly PersonInput[] = [
  {
    username: demoAccount,
    name: 'みなと',
    description: '港町で小さな本屋をやっています。朝はコーヒー、夜は散歩。',
    isOnline: true,
    followed: false,
    follower: false,
  },
  {
    username: 'akari',
    name: 'あかり :neko_happy:',
    description: 'パン焼きと写真。だいたい猫の話をしています。 #猫のいる暮らし',
    isOnline: true,
    followed: true,
    follower: true,
  },
  {
    username: 'jiho',
    name: '지호',
    description: '낮에는 개발자, 밤에는 라면 요리사. 느리게 답장합니다.',
    isOnline: true,
    followed: true,
    follower: true,
  },
  {
    username: 'mei',
    name: '梅 Mei',
    description: '喝茶，种花，拍天空。偶尔写代码。',
    followed: true,
    follower: true,
  },
  {
    username: 'lukas',
    name: 'Lukas Weber',
    description: 'Fahrrad, Brotteig, alte Synthesizer. Schreibt meistens auf Deutsch.',
    followed: true,
    follower: false,
  },
  {
    username: 'amelie',
    name: 'Amélie 🌸',
    description: 'Fleuriste à mi-temps, lectrice à plein temps.',
    isOnline: true,
    followed: true,
    follower: false,
  },
  {
    username: 'tenki_bot',
    name: '天気ボット',
    description: '港町の天気を一日に数回お知らせします。返事はできません。',
    isBot: true,
    followed: false,
    follower: false,
  },
  {
    username: 'nekochan',
    name: 'ねこちゃん',
    description: 'ねこです。よくねます。',
    isCat: true,
    followed: true,
    follower: false,
  },
  {
    username: 'tomas',
    host: 'far.example',
    name: 'Tomás 🌊',
    description: 'Marinero jubilado. Writes from a lighthouse on another server.',
    followed: true,
    follower: false,
  },
  {
    username: 'kokoro',
    name: 'こころ☕朝の喫茶店でゆっくり本を読むのがいちばん好きな、名前がとても長いことで知られている人です（改名予定は今のところありません）',
    description: '名前が長いです。すみません。フォローは承認制です。',
    isLocked: true,
    hasPicture: false,
    followed: false,
    follower: false,
  },
];
