import type { UpdateMessages } from './en.ts';

export const updatesJa: UpdateMessages = {
  label: '更新',
  automatic: '自動で更新',
  automaticText: '新しいバージョンは自動で届き、Suzuの終了時に入れ替わります。',
  keywords: 'アップデート 新しいバージョン アップグレード',
  state: 'このバージョン',
  unsupported: {
    source: 'このSuzuには新しいバージョンの入手先が設定されていません。',
    managed: '新しいバージョンは、システムのパッケージ管理またはストアから届きます。',
    portable:
      'ポータブル版は自動更新しません。新しいバージョンはご自身でダウンロードしてください。',
  },
  isOff: '新しいバージョンを確認しません。',
  idle: '新しいバージョンを自動で確認します。',
  current: '最新のバージョンです。',
  failed: '前回は新しいバージョンを確認できませんでした。あとで自動的に再試行します。',
  checking: '新しいバージョンを確認しています…',
  downloading: (version, percent) => `${version} をダウンロード中: ${percent}`,
  ready: (version) => `${version} の準備ができました。Suzuの終了時に入れ替わります。`,
  check: '今すぐ確認',
  restart: '今すぐ再起動',
  restartTo: (version) => `再起動して${version}に更新`,
};
