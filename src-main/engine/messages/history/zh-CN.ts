import type { HistoryMessages } from './en.ts';

export const historyZhCn: HistoryMessages = {
  exportTitle: '导出通知',
  exportName: 'Suzu 通知',
  exportFailed: '无法写入文件。请检查磁盘是否已满，以及文件夹是否可写。',
  eraseFailed: '未能从磁盘上全部清除，Suzu 会在下次启动时重试。请检查磁盘是否已满。',
  searchFailed: '无法读取较早的通知。请检查 Suzu 文件夹的权限。',
  notOnDisk: '通知无法保存到磁盘，仅保留在内存中。请检查磁盘是否已满。',
};
