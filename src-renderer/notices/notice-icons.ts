import type { NoticeIcon } from '../../src-main/ipc/contract.ts';
import type { IconName } from '../icons/paths.ts';

/** Which Tabler icon stands for each kind of notice. */
export const noticeIcons: Readonly<Record<NoticeIcon, IconName>> = {
  reaction: 'mood-smile',
  follow: 'user-plus',
  'follow-request': 'user-question',
  'follow-accepted': 'user-check',
  mention: 'at',
  reply: 'arrow-back-up',
  renote: 'repeat',
  quote: 'quote',
  note: 'pencil',
  poll: 'chart-bar',
  chat: 'message-circle',
  role: 'id-badge-2',
  achievement: 'award',
  export: 'download',
  security: 'shield-lock',
  app: 'apps',
  announcement: 'speakerphone',
  event: 'rss',
  generic: 'bell',
};
