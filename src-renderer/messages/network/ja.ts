import type { networkEn } from './en.ts';

export const networkJa: typeof networkEn = {
  title: 'ネットワーク',
  way: 'サーバーへのつなぎ方',
  proxy: 'プロキシ',
  proxyKeywords: 'PAC SOCKS HTTP インターネット 接続 VPN Tor アドレス パスワード',
  modes: {
    system: 'システム',
    direct: 'なし',
    manual: '手動',
    pac: 'スクリプト',
  },
  hints: {
    system: 'このコンピューターの設定に従います。パスワードを求められたら、ここで入力できます。',
    direct: 'コンピューターの設定にかかわらず、サーバーに直接つなぎます。',
    manual: 'すべてこのプロキシを通ります。使えないときも迂回しません。',
    pac: 'プロキシスクリプト（PAC）がサーバーごとのつなぎ方を決めます。',
  },
  server: 'プロキシのアドレス',
  serverHint:
    'http://、https:// または socks5:// とポート番号。サーバーの名前はプロキシが調べます。',
  script: 'スクリプトのアドレス',
  name: '名前',
  nameFor: (proxy) => `${proxy} の名前`,
  password: 'パスワード',
  passwordHint: 'アクセストークンと同じように保管し、このプロキシにだけ送ります。',
  passwordKept: '保管済み',
  bypass: 'プロキシを使わないサーバー',
  bypassHint: '名前またはネットワークをカンマ区切りで。このコンピューター自身には使いません。',
  tryAndUse: '試して使う',
  trying: '試しています…',
  useAnyway: 'このまま使う',
  used: '今から使います。',
  keepPassword: '保管して使う',
  trust: '信頼',
  certificates: '認証局',
  certificatesHint:
    '通常のものに加えて信頼します。組織のネットワークやご自分のサーバー向けです。PEMファイルで、元の場所に置いたまま使います。',
  certificatesKeywords: 'TLS SSL HTTPS CA ルート 自己署名 証明書',
  addCertificate: 'ファイルを追加…',
  saving: '節約',
  savingHint:
    'ウィンドウでも通知でも画像を自動では読み込まず、変更を知らせてもらうノートを減らします。新しいノートと通知はいつもどおり届きます。',
  onMetered: '従量制のネットワークで',
  onBattery: 'バッテリーで動いているとき',
  savingKeywords: 'データ 従量制 テザリング 省電力 電池 画像',
  sign: {
    metered: 'データを節約中：画像は読み込みません',
    battery: '電力を節約中：画像は読み込みません',
  },
  loadNow: '読み込む',
  load: (what) => `読み込む：${what}`,
};
