import type { accountsEn } from './en.ts';

export const accountsJa: typeof accountsEn = {
  list: 'アカウント',
  up: (handle) => `${handle} を上へ移動`,
  down: (handle) => `${handle} を下へ移動`,
  unread: (count) => `未読${count}件`,
  guest: '閲覧のみ',
  presence: '控えめな接続',
  presenceOf: (handle) => `${handle} の控えめな接続`,
  presenceText:
    '接続し続ける代わりに数分ごとに確認します。一日中オンラインに見えることはありません。通知はすべて鳴りますが、少し遅れます。',
  stopWatching: '閲覧をやめる',
  stopWatchingTitle: (host) => `${host} の閲覧をやめますか？`,
  stopWatchingText: 'このサーバーとそのタイムラインを忘れます。いつでもまた閲覧できます。',
  watching: (host) =>
    `${host} を閲覧しています。サインインすると、リアクション・返信・フォローのお知らせを受け取り、返事ができます。`,
  signIn: 'サインイン',
  watch: 'サインインせずにサーバーを見る',
  watchText: '公開タイムラインがここに表示されます。サインインするまでは、通知も返事もできません。',
  watchChecking: 'サーバーを探しています…',
  guestsOnlyTitle: 'まだ鳴るものがありません',
};
