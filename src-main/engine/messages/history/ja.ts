import type { HistoryMessages } from './en.ts';

export const historyJa: HistoryMessages = {
  exportTitle: '通知を書き出す',
  exportName: 'Suzuの通知',
  exportFailed:
    'ファイルを書き込めませんでした。ディスクの空き容量と、フォルダーの書き込み権限を確認してください。',
  eraseFailed:
    'ディスクから消去しきれないものがありました。次回の起動時にもう一度消去します。ディスクの空き容量を確認してください。',
  searchFailed: '以前の通知を読み込めませんでした。Suzuのフォルダーの権限を確認してください。',
  notOnDisk:
    '通知をディスクに保存できず、メモリ上にだけあります。ディスクの空き容量を確認してください。',
};
