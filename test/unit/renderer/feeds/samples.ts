import { plainRule } from '../../../../src-main/engine/feeds/notices/notice-rule.ts';
import type { FeedEventView, FeedView, NoticeRule } from '../../../../src-main/ipc/contract.ts';

export const rule: NoticeRule = {
  when: [],
  title: '{title}',
  body: '{text}',
  link: '',
  icon: '',
  key: '',
  group: '',
  urgency: '',
};

export function feed(id: string, given: Partial<FeedView> = {}): FeedView {
  return {
    id,
    name: id,
    color: '#000000',
    on: true,
    preset: null,
    connection: {
      system: 'sse',
      url: 'https://example.org/events',
      events: [],
      silentAfter: null,
      resume: null,
    },
    host: 'example.org',
    has: { headers: [], username: null, password: false, lost: false },
    rule: null,
    startRule: plainRule,
    types: ['event'],
    state: 'online',
    stateText: '',
    caution: null,
    unread: 0,
    demo: false,
    ...given,
  };
}

export function event(n: number, given: Partial<FeedEventView> = {}): FeedEventView {
  return { n, at: 0, name: '', text: '', fields: [], outcome: 'notice', ...given };
}
