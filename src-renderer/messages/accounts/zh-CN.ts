import type { accountsEn } from './en.ts';

export const accountsZhCn: typeof accountsEn = {
  list: '账号',
  up: (handle) => `将 ${handle} 上移`,
  down: (handle) => `将 ${handle} 下移`,
  unread: (count) => `${count} 条未读`,
  guest: '仅浏览',
  presence: '低调在线',
  presenceOf: (handle) => `${handle} 的低调在线`,
  presenceText:
    'Suzu 每隔几分钟查询一次，而不是一直保持连接，这样你不会整天显示为在线；所有通知仍会响铃，只是稍晚一些。',
  stopWatching: '停止浏览',
  stopWatchingTitle: (host) => `要停止浏览 ${host} 吗？`,
  stopWatchingText: 'Suzu 会移除此服务器及其时间线。你随时可以再次浏览。',
  watching: (host) => `你正在浏览 ${host}。登录后即可收到回应、回复和关注的通知，并进行互动。`,
  signIn: '登录',
  watch: '不登录，只浏览服务器',
  watchText: '其公开时间线会显示在这里。登录之前不会响铃，也不能互动。',
  watchChecking: '正在查找服务器…',
  guestsOnlyTitle: '这里还没有可以响铃的内容',
};
