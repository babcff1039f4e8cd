import { defaultSettings } from '../../../src-main/engine/settings/settings.ts';
import type {
  AccountView,
  NoteView,
  NoticeView,
  PersonView,
  Snapshot,
  TimelineView,
} from '../../../src-main/ipc/contract.ts';
import { plainDesktop } from '../../support/desktop-view.ts';
import { straight } from '../../support/window-harness/fixtures/network.ts';

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

export function account(id: string, given: Partial<AccountView> = {}): AccountView {
  return {
    id,
    host: 'example.social',
    handle: `@${id}@example.social`,
    name: id,
    avatar: null,
    emojis: {},
    color: '#000000',
    state: 'online',
    stateText: '',
    needsSignIn: false,
    guest: false,
    canAnswer: true,
    presence: 'stream',
    unread: 0,
    timelines: [],
    timeline: 'home',
    emojiAddress: '',
    demo: false,
    ...given,
  };
}

export function note(id: string, given: Partial<NoteView> = {}): NoteView {
  return {
    id,
    accountId: 'alice',
    createdAt: 0,
    kind: 'note',
    author: person,
    own: false,
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
    reactionAcceptance: null,
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
    picture: null,
    title: '',
    body: '',
    reaction: null,
    group: null,
    noteId: null,
    actions: [],
    answered: null,
    decision: 'shown',
    reasonText: null,
    read: false,
    ...given,
  };
}

export function timeline(given: Partial<TimelineView> = {}): TimelineView {
  return {
    accountId: 'alice',
    key: 'home',
    spec: {
      kind: 'home',
      switches: { withRenotes: true, withReplies: false, withFiles: false },
    },
    name: null,
    state: 'ready',
    error: null,
    notLive: null,
    notes: [],
    hasOlder: false,
    gapAfter: null,
    behind: false,
    ...given,
  };
}

export function snapshot(given: Partial<Snapshot> = {}): Snapshot {
  return {
    locale: 'en',
    platform: 'linux',
    version: '0',
    settings: defaultSettings,
    accounts: [],
    feeds: [],
    feedEvents: null,
    notices: { items: [], hasOlder: false },
    timelines: [],
    detail: null,
    compose: null,
    pause: { until: null },
    place: {
      view: 'notices',
      accountId: null,
      settingsPage: null,
      feedId: null,
      columns: [],
      anchors: { notices: null, timelines: [] },
    },
    signIn: { phase: 'idle' },
    secrets: { storage: 'keyring', consentNeeded: false },
    desktop: plainDesktop,
    update: { name: 'idle', last: null },
    banners: [],
    safeMode: false,
    network: straight,
    diagnostics: null,
    ...given,
  };
}
