import type { CommandLineMessages } from './en.ts';

/** What the command line says. */
export const commandLineJa: CommandLineMessages = {
  usage: [
    '使い方: suzu [オプション] [suzu:// リンク]',
    '',
    '  --hidden                 ウィンドウを開かずトレイで起動',
    '  --user-data-dir=DIR      別のプロファイルを使う',
    '  --account=https://HOST --token-file=FILE',
    '                           アカウントを追加または置き換え (httpはこのコンピューターのみ)',
    '  --safe-mode              グラフィックの高速化と独自の設定なしで起動する',
    '  --demo                   内蔵のデモサーバーで動かす',
    '  --trace                  動作を1行1個のJSONで標準出力に書く',
    '  --help, --version        この説明、またはバージョンを表示',
    '',
    '起動中のSuzuに対して:',
    '',
    '  --toggle                 ウィンドウを表示または隠す',
    '  --snooze=30m|1h|2h30m|tomorrow|off',
    '                           通知を一時停止または再開',
    '  --mark-read              すべて既読にする',
    '  --quit                   終了する',
  ].join('\n'),
  unknownOption: (option) => `${option} はSuzuのオプションではありません。--help をご覧ください。`,
  missingValue: (option) => `${option} には値が必要です (${option}=…)。`,
  badAccount: (value) =>
    `--account=${value} はサーバーのアドレスではありません。https://example.social のように指定してください (httpはこのコンピューターのみ)。`,
  accountWithoutTokenFile:
    '--account には --token-file=FILE (アクセストークンのファイル) が必要です。',
  tokenFileWithoutAccount: '--token-file には --account=https://HOST (そのサーバー) が必要です。',
  tokenFileMissing: (file) => `トークンファイル ${file} がありません。`,
  tokenFileUnreadable: (file) =>
    `トークンファイル ${file} を読み込めません。権限を確認してください。`,
  tokenFileNoToken: (file) => `トークンファイル ${file} に1行のアクセストークンがありません。`,
  tokenFileExposed: (file) =>
    `トークンファイル ${file} をほかの人が読める状態です。次のように保護してください: chmod 600 ${file}`,
  alreadyRunning: 'Suzuはすでに起動しています。',
  badSnooze: (value) =>
    `--snooze=${value} は時間ではありません。30m、1h、2h30m (7日まで)、tomorrow、off のように指定してください。`,
  badLink: (link) =>
    `${link} はSuzuが理解できるリンクではありません。説明書の「Links」をご覧ください。`,
  notRunning: 'Suzuは起動していません。',
  profileNotWritable: (folder) =>
    `プロファイル ${folder} に書き込めないため、Suzuを起動できません。フォルダーの権限とディスクを確認してください。`,
};
