import type { feedsEn } from './en.ts';

export const feedsZhCn: typeof feedsEn = {
  waiting: {
    'not-a-feed': '服务器目前返回了别的内容，正在重试…',
    'too-large': '服务器一次发送的内容过多，正在重试…',
    malformed: '无法理解服务器发送的内容，正在重试…',
  },
  refused: {
    'feed-credentials':
      '服务器要求用户名、密码或令牌，或者现有的不正确。请在“设置”→“订阅源”中修改。',
    'feed-forbidden': '服务器不允许。请在“设置”→“订阅源”中检查地址、主题和访问凭据。',
    'feed-not-found': '此地址没有任何内容。请在“设置”→“订阅源”中检查。',
    'feed-foreign': '此地址的内容不是这种订阅源。请在“设置”→“订阅源”中检查。',
    'feed-over': '服务器表示不会再有内容。要再试一次，请关闭后重新打开该订阅源。',
    'feed-redirects':
      '此地址反复跳转，或跳转到 Suzu 不会跟随的地方。请在“设置”→“订阅源”中输入最终地址。',
    'feed-protocol': '服务器使用其他版本或协议。请在“设置”→“订阅源”中检查。',
    'feed-taken': '另一个程序使用了相同的客户端 ID。请在“设置”→“订阅源”中为每个程序设置不同的 ID。',
    'feed-client-id': '服务器不接受此客户端 ID。请在“设置”→“订阅源”中输入其他 ID。',
    'feed-secrets': '无法读取已保存的访问凭据。请在“设置”→“订阅源”中重新输入。',
  },
  off: '已关闭',
  notEncrypted:
    '此连接未加密：途经者可以读到 Suzu 发送的访问凭据。如果服务器支持，请使用 https:// 或 wss://。',
  gone: 'Suzu 中已没有此订阅源。',
};
