import type { EntryMessages } from './en.ts';

export const entryJa: EntryMessages = {
  question: {
    title: 'ログイン時にSuzuを起動しますか？',
    text: 'トレイで待機して通知を鳴らすので、見逃しがありません。設定でいつでも変更できます。',
    answers: { tray: 'トレイで起動', window: 'ウィンドウも開く', off: 'いいえ' },
    done: {
      tray: 'ログイン時にトレイで起動します。',
      window: 'ログイン時にウィンドウを開いて起動します。',
      off: '自動では起動しません。',
    },
  },
  startUp: {
    page: '起動',
    login: 'ログイン時',
    start: 'Suzuの起動',
    choices: { off: 'しない', tray: 'トレイで', window: 'ウィンドウも開く' },
    keywords: '自動起動 スタートアップ ログイン トレイ',
    file: '設定をファイルに',
    fileHint:
      'ルール、外観、ショートカット、固定したタイムラインを別のコンピューターに移せます。アクセストークンは含まれません。',
    transfer: '書き出しと読み込み',
    export: '書き出す…',
    import: '読み込む…',
    fileKeywords: 'バックアップ 復元 エクスポート インポート',
  },
  shortcuts: {
    page: 'ショートカット',
    anywhere: 'このコンピューターのどこでも',
    anywhereHint: 'どのプログラムを使っていても働きます。',
    names: { toggleWindow: 'ウィンドウの表示と非表示', snooze: '通知の一時停止' },
    hints: { toggleWindow: '', snooze: '1時間。もう一度押すと再開します。' },
    keywords: 'ホットキー キーボード グローバル スヌーズ',
    none: 'なし',
    record: (name) => `ショートカットを記録: ${name}`,
    recording: 'キーを押してください… Escで中止',
    clear: (name) => `ショートカットを削除: ${name}`,
    unusable: 'Ctrl、Alt、Superのいずれかと組み合わせるか、ファンクションキーを使ってください。',
    set: (name, keys) => `${name}: ${keys}`,
    here: 'このウィンドウで',
    list: 'リストのキー操作',
    show: '表示',
    listKeywords: 'キー ヘルプ 一覧 キーボード',
  },
};
