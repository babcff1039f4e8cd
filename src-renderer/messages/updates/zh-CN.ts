import type { UpdateMessages } from './en.ts';

export const updatesZhCn: UpdateMessages = {
  label: '更新',
  automatic: '自动更新',
  automaticText: '自动获取新版本，并在退出 Suzu 时安装。',
  keywords: '新版本 升级 下载',
  state: '此版本',
  unsupported: {
    source: '此 Suzu 没有设定获取新版本的来源。',
    managed: '新版本由系统的软件包管理器或应用商店提供。',
    portable: '便携版不会自动更新。请自行下载新版本。',
  },
  isOff: 'Suzu 不检查新版本。',
  idle: 'Suzu 会自动检查新版本。',
  current: '已是最新版本。',
  failed: '上次未能检查新版本。Suzu 稍后会重试。',
  checking: '正在检查新版本…',
  downloading: (version, percent) => `正在下载 ${version}：${percent}`,
  ready: (version) => `${version} 已就绪，将在退出 Suzu 时安装。`,
  check: '立即检查',
  restart: '立即重启',
  restartTo: (version) => `重启以更新到 ${version}`,
};
