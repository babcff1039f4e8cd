import type { EntryMessages } from './en.ts';

export const entryZhCn: EntryMessages = {
  settingsRestored: (file) => `无法读取设置文件，已保留为 ${file}。Suzu 改用上一次正常的设置。`,
  settingsAccountsUnread: (file) =>
    `设置文件中的部分账号无法读取。它们仍保留在 ${file} 中，但 Suzu 不会使用：请修正该文件并重启 Suzu，或重新登录。`,
  settingsFeedsUnread: (file) =>
    `设置文件中的部分订阅源无法读取。它们仍保留在 ${file} 中，但 Suzu 不会使用：请修正该文件并重启 Suzu，或重新添加。`,
  settingsUnusable: (fields, file) =>
    `设置文件中有无法使用的值（${fields}），Suzu 已忽略它们。请修正 ${file} 并重启 Suzu，或在设置中重新选择。`,
  autostart: {
    comment: 'Misskey 的小铃铛',
    disabled: '已在系统设置中关闭。要开启，请在此重新选择。',
    missing: '启动 Suzu 的条目已从系统中删除。要恢复，请在此重新选择。',
    'other-profile': '登录时启动的是另一个配置目录的 Suzu。要启动这一个，请在此选择。',
    foreign: (file) =>
      `${file} 不是由 Suzu 写入的，或之后被修改过，因此 Suzu 保持其原样。要在此选择，请删除该文件。`,
    'needs-approval': 'macOS 正在等待你的许可：请在“系统设置”的“通用”›“登录项”中允许 Suzu。',
    'not-writable': (file) => `无法更改 ${file}。请检查文件夹权限和磁盘空间。`,
    'odd-path': 'Suzu 的路径中含有登录条目无法容纳的字符。请将 Suzu 移到其他文件夹。',
    refused: '系统未接受此操作。请查看系统的登录启动项设置。',
    demo: '演示不会在登录时启动。',
  },
  shortcut: {
    names: { toggleWindow: '显示或隐藏窗口', snooze: '暂停通知' },
    malformed: (keys) => `无法使用 ${keys}。请使用与 Ctrl、Alt 或 Super 组合的键，或功能键。`,
    taken: (keys) => `${keys} 已被其他程序或桌面占用。请换一个。`,
    twice: (keys) => `${keys} 已是 Suzu 的另一个快捷键。请换一个。`,
    lost: (name, keys) => `快捷键 ${keys}（${name}）不起作用：它被其他程序占用。请在设置中换一个。`,
    wayland:
      '在 Wayland 下，快捷键由桌面决定，桌面可能会询问一次。如果都不起作用，请在桌面的键盘设置中运行“suzu --toggle”或“suzu --snooze=1h”。',
  },
  link: {
    malformed: '无法识别指向 Suzu 的链接，因此没有打开任何内容。',
    unknownAccount: (account) => `链接指向的账号 ${account} 未在此登录。请登录后再次打开该链接。`,
  },
  exchange: {
    exportTitle: '导出设置',
    importTitle: '导入设置',
    fileKind: 'Suzu 设置',
    notWritten: (file) => `无法写入 ${file}。请选择其他文件夹，或检查磁盘空间。`,
    notRead: (file) => `无法读取 ${file}。请检查其权限。`,
    notOurs: (file) => `${file} 不是从 Suzu 导出的，或已损坏。未作任何更改。`,
    newer: (file) => `${file} 是从更新版本的 Suzu 导出的。请更新 Suzu 后再导入。未作任何更改。`,
    wrongField: (field) => `文件中的“${field}”含有 Suzu 无法使用的值。未作任何更改。`,
    exported: (file) => `设置已保存为 ${file}，其中不含访问令牌。`,
    imported: '设置已导入。',
    importedWithout: (accounts) =>
      `设置已导入。未在此登录的账号：${accounts}。要恢复其时间线，请登录后再导入一次。`,
    feedsOff: (count) =>
      `新加入的 ${count} 个订阅源处于关闭状态。请在“设置”→“订阅源”中确认后再开启。`,
  },
};
