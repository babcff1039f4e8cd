import type { EntryMessages } from './en.ts';

/** 启动、全局快捷键与设置文件。 */
export const entryZhCn: EntryMessages = {
  question: {
    title: '登录时启动 Suzu 吗？',
    text: '它在托盘中等待并提醒，你不会错过任何内容。可随时在设置中更改。',
    answers: { tray: '启动到托盘', window: '同时打开窗口', off: '不用' },
    done: {
      tray: 'Suzu 将在登录时启动到托盘。',
      window: 'Suzu 将在登录时启动并打开窗口。',
      off: 'Suzu 不会自动启动。',
    },
  },
  startUp: {
    page: '启动',
    login: '登录时',
    start: '启动 Suzu',
    choices: { off: '从不', tray: '到托盘', window: '同时打开窗口' },
    keywords: '自动启动 开机 登录 托盘',
    file: '将设置存为文件',
    fileHint: '规则、外观、快捷键和固定的时间线，可用于另一台电脑。其中绝不含访问令牌。',
    transfer: '导出与导入',
    export: '导出…',
    import: '导入…',
    fileKeywords: '备份 恢复 导出 导入',
  },
  shortcuts: {
    page: '快捷键',
    anywhere: '在此电脑的任何位置',
    anywhereHint: '无论你正在使用哪个程序都有效。',
    names: { toggleWindow: '显示或隐藏窗口', snooze: '暂停通知' },
    hints: { toggleWindow: '', snooze: '暂停一小时，再按一次恢复。' },
    keywords: '全局 热键 键盘 组合键 稍后提醒',
    none: '无',
    record: (name) => `录制快捷键：${name}`,
    recording: '请按下按键… Esc 取消',
    clear: (name) => `移除快捷键：${name}`,
    unusable: '请使用与 Ctrl、Alt 或 Super 组合的键，或功能键。',
    set: (name, keys) => `${name}：${keys}`,
    here: '在此窗口中',
    list: '列表的按键',
    show: '显示',
    listKeywords: '按键 帮助 列表 键盘',
  },
};
