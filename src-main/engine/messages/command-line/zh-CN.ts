import type { CommandLineMessages } from './en.ts';

/** What the command line says. */
export const commandLineZhCn: CommandLineMessages = {
  usage: [
    '用法：suzu [选项] [suzu:// 链接]',
    '',
    '  --hidden                 启动到托盘，不打开窗口',
    '  --user-data-dir=DIR      使用单独的配置目录',
    '  --account=https://HOST --token-file=FILE',
    '                           添加或替换该账号；http 仅限本机',
    '  --safe-mode              不使用图形加速和个人设置启动',
    '  --demo                   在内置的演示服务器上运行',
    '  --trace                  将发生的事情写到标准输出，每行一个 JSON 对象',
    '  --help, --version        显示本说明或版本',
    '',
    '对正在运行的 Suzu：',
    '',
    '  --toggle                 显示或隐藏窗口',
    '  --snooze=30m|1h|2h30m|tomorrow|off',
    '                           暂停或恢复通知',
    '  --mark-read              全部标为已读',
    '  --quit                   退出',
  ].join('\n'),
  unknownOption: (option) => `${option} 不是 Suzu 的选项。请参阅 --help。`,
  missingValue: (option) => `${option} 需要一个值，例如 ${option}=…。`,
  badAccount: (value) =>
    `--account=${value} 不是服务器地址。请写成 https://example.social 的形式；http 仅限本机。`,
  accountWithoutTokenFile: '--account 需要 --token-file=FILE，即保存访问令牌的文件。',
  tokenFileWithoutAccount: '--token-file 需要 --account=https://HOST，即令牌所属的服务器。',
  tokenFileMissing: (file) => `令牌文件 ${file} 不存在。`,
  tokenFileUnreadable: (file) => `无法读取令牌文件 ${file}。请检查其权限。`,
  tokenFileNoToken: (file) => `令牌文件 ${file} 中没有单独一行的访问令牌。`,
  tokenFileExposed: (file) =>
    `此电脑上的其他用户可以读取令牌文件 ${file}。请用以下命令保护它：chmod 600 ${file}`,
  alreadyRunning: 'Suzu 已在运行。',
  badSnooze: (value) =>
    `--snooze=${value} 不是时长。请写成 30m、1h、2h30m（最长 7 天）、tomorrow 或 off。`,
  badLink: (link) => `${link} 不是 Suzu 能识别的链接。请参阅文档中的“Links”。`,
  notRunning: 'Suzu 未在运行。',
  profileNotWritable: (folder) =>
    `无法写入配置目录 ${folder}，Suzu 无法启动。请检查文件夹权限和磁盘。`,
};
