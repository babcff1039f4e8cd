import type { EntryMessages } from './en.ts';

export const entryJa: EntryMessages = {
  settingsRestored: (file) =>
    `設定ファイルを読み込めなかったため、${file} として残しました。代わりに最後の正常な設定を使います。`,
  settingsAccountsUnread: (file) =>
    `設定ファイルの一部のアカウントを読み込めませんでした。${file} には残っていますが、Suzuでは使われません。ファイルを直してSuzuを再起動するか、もう一度サインインしてください。`,
  settingsFeedsUnread: (file) =>
    `設定ファイルの一部のフィードを読み込めませんでした。${file} には残っていますが、Suzuでは使われません。ファイルを直してSuzuを再起動するか、もう一度作ってください。`,
  settingsUnusable: (fields, file) =>
    `設定ファイルに使えない値（${fields}）があるため、無視しています。${file} を直してSuzuを再起動するか、設定で選び直してください。`,
  autostart: {
    comment: 'Misskeyの小さな鈴',
    disabled: 'システムの設定でオフにされています。オンにするには、ここでもう一度選んでください。',
    missing:
      'Suzuを起動する項目がシステムから削除されています。戻すには、ここでもう一度選んでください。',
    'other-profile':
      'ログイン時には別のプロファイルのSuzuが起動します。こちらを起動するには、ここで選んでください。',
    foreign: (file) =>
      `${file} はSuzuが書いたものではないか、その後変更されたため、そのままにします。ここで選ぶには、このファイルを削除してください。`,
    'needs-approval':
      'macOSが許可を待っています。「システム設定」の「一般」›「ログイン項目」でSuzuを許可してください。',
    'not-writable': (file) =>
      `${file} を変更できませんでした。フォルダーの権限とディスクの空きを確認してください。`,
    'odd-path':
      'Suzuの場所に、ログイン時の項目に書けない文字が含まれています。別のフォルダーに移してください。',
    refused: 'システムが受け付けませんでした。システムのログイン項目の設定を確認してください。',
    demo: 'デモはログイン時に起動しません。',
  },
  shortcut: {
    names: { toggleWindow: 'ウィンドウの表示と非表示', snooze: '通知の一時停止' },
    malformed: (keys) =>
      `${keys} は使えません。Ctrl、Alt、Superのいずれかと組み合わせるか、ファンクションキーを使ってください。`,
    taken: (keys) =>
      `${keys} はほかのプログラムかデスクトップが使っています。別のキーを選んでください。`,
    twice: (keys) => `${keys} はSuzuの別のショートカットです。別のキーを選んでください。`,
    lost: (name, keys) =>
      `ショートカット ${keys} (${name}) は、ほかのプログラムが使っているため働きません。設定で別のキーを選んでください。`,
    wayland:
      'Waylandではショートカットをデスクトップが管理し、一度確認を求めることがあります。働かない場合は、デスクトップのキーボード設定で「suzu --toggle」や「suzu --snooze=1h」を実行するようにしてください。',
  },
  link: {
    malformed: 'Suzuへのリンクを理解できなかったため、何も開きませんでした。',
    unknownAccount: (account) =>
      `リンク先のアカウント ${account} はここではサインインしていません。サインインしてから、もう一度リンクを開いてください。`,
  },
  exchange: {
    exportTitle: '設定の書き出し',
    importTitle: '設定の読み込み',
    fileKind: 'Suzuの設定',
    notWritten: (file) =>
      `${file} に書き込めませんでした。別のフォルダーを選ぶか、ディスクの空きを確認してください。`,
    notRead: (file) => `${file} を読み込めませんでした。権限を確認してください。`,
    notOurs: (file) =>
      `${file} はSuzuから書き出されたものではないか、壊れています。何も変更していません。`,
    newer: (file) =>
      `${file} は新しいSuzuから書き出されています。Suzuを更新してから読み込んでください。何も変更していません。`,
    wrongField: (field) =>
      `ファイルの「${field}」にSuzuが使えない値があります。何も変更していません。`,
    exported: (file) => `設定を ${file} に保存しました。アクセストークンは含まれていません。`,
    imported: '設定を読み込みました。',
    importedWithout: (accounts) =>
      `設定を読み込みました。ここでサインインしていないアカウント: ${accounts}。タイムラインも戻すには、サインインしてからもう一度読み込んでください。`,
    feedsOff: (count) =>
      `新しく加わったフィード${count}件はオフになっています。「設定」→「フィード」で確かめてから、オンにしてください。`,
  },
};
