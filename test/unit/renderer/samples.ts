import type {
  NoteView,
  NoticeView,
  PersonView,
  Snapshot,
  TimelineView,
} from '../../../src-main/ipc/contract.ts';

export const person: PersonView = {
  userId: 'u',
  name: 'Bob',
  handle: '@bob',
  host: null,
  avatar: null,
  emojis: {},
  isBot: false,
  isCat: false,
};

export function note(id: string, given: Partial<NoteView> = {}): NoteView {
  return {
    id,
    accountId: 'alice',
    createdAt: 0,
    kind: 'note',
    author: person,
    text: null,
    cw: null,
    visibility: 'public',
    localOnly: false,
    hidden: false,
    files: [],
    poll: null,
    renote: null,
    renoteGone: false,
    replyTo: null,
    reactions: [],
    renoteCount: 0,
    repliesCount: 0,
    emojis: {},
    channelName: null,
    ...given,
  };
}

export function notice(id: string, given: Partial<NoticeView> = {}): NoticeView {
  return {
    id,
    accountId: 'alice',
    type: 'test',
    icon: 'generic',
    createdAt: 0,
    person: null,
    title: '',
    body: '',
    reaction: null,
    decision: 'shown',
    reasonText: null,
    read: false,
    ...given,
  };
}

export function timeline(given: Partial<TimelineView> = {}): TimelineView {
  return {
    accountId: 'alice',
    name: 'home',
    state: 'ready',
    error: null,
    notes: [],
    hasOlder: false,
    gapAfter: null,
    ...given,
  };
}

export function snapshot(given: Partial<Snapshot> = {}): Snapshot {
  return {
    locale: 'en',
    platform: 'linux',
    version: '0',
    settings: { language: 'system', theme: 'system', clickOpens: 'browser' },
    accounts: [],
    notices: { items: [], hasOlder: false },
    timeline: null,
    detail: null,
    pause: { until: null },
    place: { view: 'notices', accountId: null, anchors: { notices: null, timeline: null } },
    signIn: { phase: 'idle' },
    secrets: { storage: 'keyring', consentNeeded: false },
    banners: [],
    ...given,
  };
}
