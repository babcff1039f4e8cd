import type { PhotoName } from './photos.ts';

/** A note that somebody posts while the demo plays. */
export interface ScriptedNote {
  readonly by: string;
  readonly text?: string;
  readonly cw?: string;
  readonly photo?: PhotoName;
  readonly sensitive?: boolean;
  /** Renotes, or with a text quotes, a note that is on the timeline. */
  readonly renotesSomething?: boolean;
}

/** In the order in which they are posted; after the last comes the first again. */
export const scriptedNotes: readonly ScriptedNote[] = [
  { by: 'akari', text: 'オーブンの予熱って、待っている時間がいちばん長い。' },
  {
    by: 'jiho',
    text: '커피를 마시면 잠이 안 오고, 안 마시면 잠이 온다. **당연한 소리**를 오늘도 확인했다.',
  },
  { by: 'lukas', text: 'Frage für einen Freund: Wie viele Fahrräder sind *zu* viele? #Fahrrad' },
  { by: 'nekochan', text: '$[bounce ごはん] のおとがした。' },
  {
    by: 'amelie',
    text: 'Une cliente a acheté un bouquet « pour dire merci au facteur ». Journée réussie 🌸',
  },
  { by: 'mei', text: '刚泡好的茶，第一口总是太烫 :tea:' },
  {
    by: 'tomas@far.example',
    text: 'The gulls have learned to open my lunch box. I respect them. 🌊',
  },
  {
    by: 'akari',
    text: '焼きたてを切ってはいけない。わかっている。わかっているけれど。',
    photo: 'desk',
  },
  { by: 'jiho', renotesSomething: true },
  {
    by: 'tenki_bot',
    text: '【港町の天気】風が少し強くなってきました。洗濯物にご注意ください。 #天気',
  },
  { by: 'lukas', text: 'Heute gelernt: `git bisect` ist ein Freund. Ein strenger.' },
  { by: 'mei', text: '种子终于发芽了！<small>虽然只有一颗。</small>' },
  {
    by: 'amelie',
    cw: 'Plainte sur la météo',
    text: 'Il pleut. Encore. Les pivoines sont d’accord avec moi.',
  },
  { by: 'nekochan', text: 'はこ、はいった。', photo: 'cat', sensitive: true },
  { by: 'akari', text: 'このお話、すごくわかる。', renotesSomething: true },
  { by: 'jiho', text: '밤 10시의 라면은 왜 이렇게 맛있을까. #라면', photo: 'ramen' },
  {
    by: 'tomas@far.example',
    text: 'Someone painted a tiny bell on the harbour wall. It suits the place :tea:',
  },
  {
    by: 'lukas',
    text: '> Ein Brot ohne Kruste ist nur ein Vorschlag.\n\nMein Großvater, vermutlich.',
  },
  { by: 'mei', text: '散步路上遇到的晚霞。', photo: 'sunset' },
  {
    by: 'amelie',
    text: 'Question très sérieuse : thé avant ou après la promenade ? $[tada AVANT.]',
  },
  { by: 'akari', text: '猫がキーボードの上で寝たので、今日の仕事はここまでです。 :neko_happy:' },
  { by: 'jiho', text: '이 링크 읽어볼 만해요: https://example.com/slow-software' },
  { by: 'kokoro', text: '本の角を折る派ですか、折らない派ですか。わたしは葉っぱをはさむ派です。' },
  { by: 'nekochan', text: 'おやすみのまえの、おやつ。 :onigiri:' },
];

/** What people say when they turn to the account. */
export const scriptedTalk = {
  mention: [
    { by: 'akari', text: '明日のパン、何個いる？' },
    { by: 'jiho', text: '추천해 준 책 다 읽었어요. 다음 권도 있나요?' },
    { by: 'lukas', text: 'Hast du noch das Buch über alte Leuchttürme?' },
    { by: 'amelie', text: 'J’ai mis un petit bouquet de côté pour la boutique 🌸' },
  ],
  reply: [
    { by: 'mei', text: '等我！我也想去看看 :tea:' },
    { by: 'akari', text: 'すてき。わたしも行けばよかった。' },
    { by: 'jiho', text: '오, 저도 그 생각 했어요.' },
    { by: 'lukas', text: 'Genau so sollte ein Abend sein.' },
  ],
  quote: [
    { by: 'amelie', text: 'Tout est dit. ✨' },
    { by: 'tomas@far.example', text: 'Keep this one for the rainy days.' },
    { by: 'mei', text: '每天都想看到这样的句子。' },
  ],
  dm: [
    { by: 'akari', text: '誕生日の本、こっそり取り置きできる？' },
    { by: 'jiho', text: '금요일에 잠깐 들를게요. 비밀이에요!' },
  ],
  bellNote: [
    { by: 'akari', text: '本日のパン、すべて売り切れました。ありがとうございました！' },
    { by: 'mei', text: '新的一周，新的茶单 :tea:' },
  ],
  app: [
    { header: '港の図書館', body: '予約していた「灯台の手紙」が届きました。' },
    { header: null, body: 'バックアップが完了しました。' },
  ],
} as const;
