import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type {
  Calls,
  Draft,
  FeedDraft,
  NoticeQuery,
  NoticeRule,
  Place,
  TimelineSpec,
} from '../../../src-main/ipc/contract.ts';
import { payloads } from '../../../src-main/ipc/payloads.ts';

type Cases = {
  readonly [Name in keyof Calls]: {
    readonly right: readonly Parameters<Calls[Name]>[];
    /** Beyond those that are wrong for every call. */
    readonly wrong: readonly (readonly unknown[])[];
  };
};

const id = 'alice@example.social';
const long = 'x'.repeat(513);
const longText = 'x'.repeat(4_097);
const place: Place = {
  view: 'timeline',
  accountId: id,
  settingsPage: 'start-up',
  feedId: null,
  columns: [{ accountId: id, key: 'list:9abc' }],
  anchors: {
    notices: { id: 'n1', offset: -3.5 },
    timelines: [{ accountId: id, key: 'home', anchor: { id: 'note-1', offset: 7 } }],
  },
};
const switches = { withRenotes: true, withReplies: false, withFiles: false };
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const home: TimelineSpec = { kind: 'home', switches };
const aQuery: NoticeQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  silentOnly: false,
};
const draft: Draft = {
  accountId: id,
  purpose: { kind: 'reply', noteId: 'n1' },
  text: 'hello',
  cw: null,
  visibility: 'specified',
  localOnly: true,
};

const rule: NoticeRule = {
  when: [{ field: 'level', is: 'above', value: '3' }],
  title: '{title}',
  body: '{message}',
  link: '{url}',
  icon: '',
  key: '{id}',
  group: '',
  urgency: 'normal',
};
const feedDraft: FeedDraft = {
  name: 'Builds',
  connection: {
    system: 'sse',
    url: 'https://ci.example/events',
    events: ['build'],
    silentAfter: 60,
    resume: null,
  },
  rule,
};
const websocketDraft: FeedDraft = {
  ...feedDraft,
  connection: {
    system: 'websocket',
    url: 'wss://ci.example/ws',
    protocols: ['v1.json'],
    hello: ['{"subscribe":"builds"}'],
    silentAfter: null,
    resume: { parameter: 'since', value: '{id}' },
  },
};
const mqttDraft: FeedDraft = {
  ...feedDraft,
  rule: null,
  connection: {
    system: 'mqtt',
    url: 'wss://broker.example/mqtt',
    topics: [{ filter: 'home/+/door', qos: 1 }],
    version: 5,
    clientId: 'suzu-1',
    persistent: true,
    retained: false,
  },
  secrets: {
    headers: { Authorization: 'Bearer x', Cookie: null },
    username: 'alice',
    password: null,
    keepPassword: true,
  },
};
const { connection } = feedDraft;
const draftWith = (changes: Readonly<Record<string, unknown>>) => ({ ...feedDraft, ...changes });
const wrongDrafts: readonly unknown[] = [
  null,
  'a feed',
  {},
  draftWith({ name: null }),
  draftWith({ name: longText }),
  draftWith({ token: 'x' }),
  draftWith({ secrets: undefined }),
  draftWith({ secrets: { headers: {} } }),
  draftWith({ secrets: { headers: { a: 1 }, username: null, password: null, keepPassword: true } }),
  draftWith({
    secrets: { headers: {}, username: null, password: 'x'.repeat(8_193), keepPassword: true },
  }),
  draftWith({
    secrets: {
      headers: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`h${n}`, 'x'])),
      username: null,
      password: null,
      keepPassword: true,
    },
  }),
  draftWith({ connection: { ...connection, system: 'telnet' } }),
  draftWith({ connection: { ...connection, url: longText } }),
  draftWith({ connection: { ...connection, silentAfter: 1.5 } }),
  draftWith({ connection: { ...connection, events: many(101, 'x') } }),
  draftWith({ connection: { ...connection, events: [7] } }),
  draftWith({ connection: { ...connection, resume: { parameter: 'since' } } }),
  draftWith({ connection: { ...websocketDraft.connection, hello: ['x'.repeat(16_385)] } }),
  draftWith({ connection: { ...mqttDraft.connection, version: 3 } }),
  draftWith({ connection: { ...mqttDraft.connection, topics: [{ filter: 'a', qos: 3 }] } }),
  draftWith({ rule: { ...rule, when: many(101, rule.when[0]) } }),
  draftWith({ rule: { ...rule, when: [{ field: 'a', is: 'like', value: 'b' }] } }),
  draftWith({ rule: { ...rule, title: longText } }),
  draftWith({ rule: {} }),
];

const none = { right: [[]], wrong: [] } satisfies Cases['getSnapshot'];
const aboutProxy: Cases['useProxy'] = {
  right: [
    [{ mode: 'system' }, null],
    [{ mode: 'pac', url: 'https://proxy.example/proxy.pac' }, null],
    [
      { mode: 'manual', server: 'http://proxy.example:8080', bypass: '' },
      { name: 'alice', password: 'secret' },
    ],
  ],
  wrong: [
    [],
    [{ mode: 'system' }],
    [{ mode: 'off' }, null],
    [{ mode: 'manual', server: 'http://proxy.example:8080' }, null],
    [{ mode: 'pac', url: '' }, null],
    [{ mode: 'system' }, { name: 'alice' }],
  ],
};
const oneId = {
  right: [[id], ['x'.repeat(512)]],
  wrong: [[], [''], [long], [7], [null], [[id]], [{ id }]],
} satisfies Cases['signOut'];
const twoIds = {
  right: [[id, 'n1']],
  wrong: [[], [id], ['', 'n1'], [id, ''], [long, 'n1'], [id, long], [id, 7], [null, 'n1']],
} satisfies Cases['openNote'];
const oneText = {
  right: [['example.social'], [''], ['x'.repeat(4_096)]],
  wrong: [[], [7], [null], [longText], [{}]],
} satisfies Cases['openLink'];

const timelineRef = {
  right: [[{ accountId: id, key: 'home' }]],
  wrong: [
    [],
    [null],
    [id],
    [{ accountId: id }],
    [{ accountId: id, key: '' }],
    [{ accountId: id, key: long }],
    [{ accountId: long, key: 'home' }],
    [{ accountId: id, key: 'home', more: 1 }],
  ],
} satisfies Cases['reloadTimeline'];
const purposes = {
  right: [
    [id, { kind: 'new' }],
    [id, { kind: 'reply', noteId: 'n1' }],
    [id, { kind: 'quote', noteId: 'n1' }],
  ],
  wrong: [
    [],
    [id],
    [id, 'new'],
    [id, { kind: 'poem' }],
    [id, { kind: 'reply' }],
    [id, { kind: 'quote', noteId: '' }],
    [id, { kind: 'new', noteId: 'n1' }],
    ['', { kind: 'new' }],
  ],
} satisfies Cases['prepareDraft'];

const oneFlag: Cases['restart'] = {
  right: [[true], [false]],
  wrong: [[], ['true'], [1], [null], [true, true]],
};

/** A new call without its cases does not compile. */
const cases: Cases = {
  getSnapshot: none,
  startSignIn: oneText,
  cancelSignIn: none,
  signInWithToken: {
    right: [['example.social', 'token']],
    wrong: [[], ['a'], ['a', 7], [longText, 'b'], ['a', longText]],
  },
  reopenSignInPage: none,
  signOut: oneId,
  startDemo: none,
  chooseWeakStorage: oneFlag,
  selectTimeline: {
    right: [
      [id, 'home'],
      [id, 'global'],
    ],
    wrong: [[], [id], [id, ''], ['', 'home'], [long, 'home'], [id, long], [id, null]],
  },
  watchTimelines: {
    right: [[[]], [[{ accountId: id, key: 'home' }]]],
    wrong: [
      [],
      [null],
      [{}],
      [[id]],
      [[{ accountId: id }]],
      [many(65, { accountId: id, key: 'home' })],
    ],
  },
  watchNotes: {
    right: [[[]], [[{ accountId: id, noteIds: [] }]], [[{ accountId: id, noteIds: ['n1'] }]]],
    wrong: [
      [],
      [[id]],
      [[{ accountId: id }]],
      [[{ accountId: id, noteIds: [''] }]],
      [[{ accountId: id, noteIds: many(501, 'n1') }]],
      [many(65, { accountId: id, noteIds: [] })],
    ],
  },
  reloadTimeline: timelineRef,
  loadOlderNotes: timelineRef,
  listTimelines: oneId,
  pinTimeline: {
    right: [
      [id, home],
      [id, { kind: 'bubble', switches }],
      [id, { kind: 'list', id: 'l1', switches }],
      [id, { kind: 'hashtag', anyOf: [['cats', 'dogs'], ['birds']], switches }],
    ],
    wrong: [
      [],
      [id],
      [id, 'home'],
      ['', home],
      [id, { kind: 'home' }],
      [id, { kind: 'main', switches }],
      [id, { kind: 'home', id: 'l1', switches }],
      [id, { kind: 'home', switches: { ...switches, withSpam: true } }],
      [id, { kind: 'home', switches: { withRenotes: true, withFiles: false } }],
      [id, { kind: 'list', switches }],
      [id, { kind: 'list', id: '', switches }],
      [id, { kind: 'list', id: long, switches }],
      [id, { kind: 'hashtag', anyOf: [], switches }],
      [id, { kind: 'hashtag', anyOf: [[]], switches }],
      [id, { kind: 'hashtag', anyOf: [['']], switches }],
      [id, { kind: 'hashtag', anyOf: ['cats'], switches }],
      [id, { kind: 'hashtag', anyOf: [['x'.repeat(129)]], switches }],
      [id, { kind: 'hashtag', anyOf: many(17, ['cats']), switches }],
      [id, { kind: 'hashtag', anyOf: [many(17, 'cats')], switches }],
    ],
  },
  switchTimeline: {
    right: [[id, 'home', switches]],
    wrong: [[], [id, 'home'], [id, 'home', {}], [id, '', switches], [id, 'home', null]],
  },
  unpinTimeline: twoIds,
  moveTimeline: {
    right: [[id, 'home', 0]],
    wrong: [[], [id, 'home'], [id, 'home', -1], [id, 'home', 0.5], [id, '', 0], [id, 'home', '0']],
  },
  watchServer: oneText,
  moveAccount: {
    right: [[id, 3]],
    wrong: [[], [id], [id, -1], [id, 1.5], [id, Number.NaN], ['', 0]],
  },
  setPresence: {
    right: [
      [id, 'stream'],
      [id, 'polling'],
    ],
    wrong: [[], [id], [id, 'away'], ['', 'stream']],
  },
  listPresets: none,
  addPresetFeed: {
    right: [
      ['ntfy', {}],
      ['ntfy', { server: 'ntfy.sh', topic: 'alerts', token: '' }],
    ],
    wrong: [
      [],
      ['ntfy'],
      ['', {}],
      [long, {}],
      ['ntfy', null],
      ['ntfy', { topic: 7 }],
      ['ntfy', { topic: 'x'.repeat(8_193) }],
      ['ntfy', { ['x'.repeat(65)]: 'a' }],
      ['ntfy', Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`f${n}`, 'x']))],
    ],
  },
  addFeed: {
    right: [[feedDraft], [websocketDraft], [mqttDraft], [{ ...feedDraft, name: '' }]],
    wrong: [[], ...wrongDrafts.map((one) => [one])],
  },
  changeFeed: {
    right: [
      [id, feedDraft],
      [id, mqttDraft],
    ],
    wrong: [[], [id], ['', feedDraft], [long, feedDraft], ...wrongDrafts.map((one) => [id, one])],
  },
  removeFeed: oneId,
  moveFeed: {
    right: [[id, 0]],
    wrong: [[], [id], [id, -1], [id, 0.5], ['', 0]],
  },
  setFeedOn: {
    right: [
      [id, true],
      [id, false],
    ],
    wrong: [[], [id], [id, 'on'], ['', true]],
  },
  retryFeed: oneId,
  watchFeed: { right: [[id], [null]], wrong: [[], [''], [long], [7]] },
  previewRule: {
    right: [
      [id, rule],
      [id, null],
    ],
    wrong: [[], [id], ['', rule], [id, 'ntfy'], [id, { ...rule, title: longText }], [id, {}]],
  },
  previewSample: {
    right: [[id, rule, { name: '', text: '{"title":"hi"}' }]],
    wrong: [
      [],
      [id],
      [id, rule],
      ['', rule, { name: '', text: '' }],
      [id, {}, { name: '', text: '' }],
      [id, rule, { text: '' }],
      [id, rule, { name: longText, text: '' }],
      [id, rule, { name: '', text: 'x'.repeat(16_385) }],
      [id, rule, { name: '', text: '', id: '1' }],
    ],
  },
  answerNotice: {
    right: [
      ['n1', 'follow-back'],
      ['n1', 'accept-follow'],
      ['n1', 'reject-follow'],
      ['n1', 'confirm'],
    ],
    wrong: [[], ['n1'], ['n1', 'reply'], ['n1', 'react'], ['', 'confirm']],
  },
  compose: purposes,
  closeComposer: none,
  prepareDraft: purposes,
  postNote: {
    right: [[draft], [{ ...draft, text: '', cw: '', purpose: { kind: 'new' } }]],
    wrong: [
      [],
      [null],
      [{ ...draft, visibility: 'everybody' }],
      [{ ...draft, text: 'x'.repeat(100_001) }],
      [{ ...draft, cw: longText }],
      [{ ...draft, localOnly: 'no' }],
      [{ ...draft, purpose: { kind: 'reply' } }],
      [{ ...draft, accountId: '' }],
      [{ ...draft, token: 'x' }],
    ],
  },
  renote: twoIds,
  deleteNote: twoIds,
  react: {
    right: [
      [id, 'n1', '👍'],
      [id, 'n1', ':blob:'],
    ],
    wrong: [[], [id, 'n1'], [id, 'n1', ''], [id, 'n1', 'x'.repeat(261)], [id, '', '👍']],
  },
  unreact: twoIds,
  vote: {
    right: [[id, 'n1', 0]],
    wrong: [[], [id, 'n1'], [id, 'n1', -1], [id, 'n1', 0.5], [id, '', 0]],
  },
  follow: twoIds,
  unfollow: twoIds,
  acceptFollow: twoIds,
  rejectFollow: twoIds,
  mute: {
    right: [
      [id, 'u1', null],
      [id, 'u1', 3_600_000],
    ],
    wrong: [
      [],
      [id, 'u1'],
      [id, 'u1', 0],
      [id, 'u1', -1],
      [id, 'u1', Number.POSITIVE_INFINITY],
      [id, '', null],
    ],
  },
  unmute: twoIds,
  setUserBell: {
    right: [
      [id, 'u1', true],
      [id, 'u1', false],
    ],
    wrong: [[], [id, 'u1'], [id, 'u1', 1], [id, '', true]],
  },
  loadEmojis: oneId,
  pinEmojis: {
    right: [
      [id, []],
      [id, ['👍', ':blob:']],
    ],
    wrong: [[], [id], [id, '👍'], [id, ['']], [id, many(65, '👍')], ['', []]],
  },
  loadOlderNotices: none,
  searchNotices: {
    right: [
      [aQuery, null],
      [
        { ...aQuery, text: 'tea', kinds: ['reaction', 'other'], accountId: id, from: 1 },
        'live 1 x',
      ],
    ],
    wrong: [
      [],
      [aQuery],
      [{ ...aQuery, text: 'a'.repeat(513) }, null],
      [{ ...aQuery, kinds: ['galaxy'] }, null],
      [{ ...aQuery, until: Number.NaN }, null],
      [{ ...aQuery, more: 1 }, null],
      [aQuery, 1],
      [aQuery, longText],
    ],
  },
  getHistoryExtent: none,
  exportHistory: { right: [['json'], ['csv']], wrong: [[], ['xml'], ['csv', 1]] },
  eraseHistory: {
    right: [[{ accountId: null, before: null }], [{ accountId: id, before: 5 }]],
    wrong: [[], [{}], [{ accountId: null }], [{ accountId: '', before: null }], [null]],
  },
  deleteNotice: { right: [[id, true]], wrong: [[], [id], ['', true], [id, 1]] },
  openNotice: oneId,
  openNote: twoIds,
  openUser: twoIds,
  openHashtag: twoIds,
  openLink: oneText,
  openFile: {
    right: [[id, 'n1', 'f1']],
    wrong: [[], [id], [id, 'n1'], [id, 'n1', ''], [id, 'n1', 7], [id, 'n1', long]],
  },
  closeDetail: none,
  runDiagnostics: none,
  showTestToast: none,
  readReport: oneFlag,
  copyReport: oneFlag,
  saveReport: oneFlag,
  openLogFolder: none,
  restart: oneFlag,
  readAbout: none,
  readLicences: none,
  markAllRead: none,
  setStartAtLogin: {
    right: [['off'], ['tray'], ['window']],
    wrong: [[], ['unasked'], [true], [null]],
  },
  setShortcut: {
    right: [
      ['toggleWindow', 'Control+Alt+S'],
      ['snooze', null],
    ],
    wrong: [[], ['toggleWindow'], ['quit', 'F1'], ['snooze', ''], ['snooze', 'x'.repeat(101)]],
  },
  exportSettings: none,
  importSettings: none,
  pause: {
    right: [['30-minutes'], ['1-hour'], ['until-tomorrow'], ['resume']],
    wrong: [[], ['forever'], [30], [null]],
  },
  changeSettings: {
    right: [[{}], [{ theme: 'dark' }], [{ language: 'ja', theme: 'system', clickOpens: 'window' }]],
    wrong: [
      [],
      [null],
      ['dark'],
      [{ theme: 'pink' }],
      [{ theme: undefined }],
      [{ theme: 'dark', extra: 1 }],
      [{ version: 9 }],
    ],
  },
  reportPlace: {
    right: [
      [place],
      [{ ...place, settingsPage: null }],
      [{ ...place, settingsPage: 'feeds', feedId: 'feed-abcd1234' }],
      [
        {
          view: 'sign-in',
          accountId: null,
          settingsPage: null,
          feedId: null,
          columns: [],
          anchors: { notices: null, timelines: [] },
        },
      ],
    ],
    wrong: [
      [],
      [null],
      [{ ...place, view: 'elsewhere' }],
      [{ ...place, accountId: '' }],
      [{ ...place, accountId: undefined }],
      [{ ...place, settingsPage: 'elsewhere' }],
      [{ ...place, feedId: '' }],
      [{ ...place, extra: 1 }],
      [{ view: 'notices', accountId: null }],
      [{ ...place, columns: [{ accountId: id }] }],
      [{ ...place, columns: many(65, { accountId: id, key: 'home' }) }],
      [{ ...place, anchors: { notices: null } }],
      [{ ...place, anchors: { notices: null, timelines: [], more: null } }],
      [{ ...place, anchors: { notices: { id: 'n1' }, timelines: [] } }],
      [{ ...place, anchors: { notices: { id: long, offset: 0 }, timelines: [] } }],
      [{ ...place, anchors: { notices: { id: 'n1', offset: Number.NaN }, timelines: [] } }],
      [{ ...place, anchors: { notices: { id: 'n1', offset: '3' }, timelines: [] } }],
      [{ ...place, anchors: { notices: { id: 'n1', offset: 3, x: 1 }, timelines: [] } }],
      [{ ...place, anchors: { notices: null, timelines: [{ accountId: id, key: 'home' }] } }],
    ],
  },
  dismissBanner: oneId,
  hideWindow: none,
  chooseSoundFile: none,
  trySound: {
    right: [[{ kind: 'bell' }], [{ kind: 'file', path: '/home/alice/chime.ogg' }]],
    wrong: [[], ['bell'], [{ kind: 'file' }], [{ kind: 'file', path: '' }], [{ kind: 'loud' }]],
  },
  checkProxy: aboutProxy,
  useProxy: aboutProxy,
  setProxyPassword: {
    right: [[null], [{ name: 'alice', password: '' }]],
    wrong: [[], [{ name: '', password: 'x' }], [{ name: 'alice' }], ['alice:secret']],
  },
  addCertificate: none,
  removeCertificate: { right: [['/home/alice/ca.pem']], wrong: [[], [7], ['x'.repeat(5_000)]] },
  loadPictures: none,
  checkForUpdate: none,
  installUpdate: none,
};

const schemas: Readonly<Record<string, v.GenericSchema>> = payloads;

describe.each(Object.entries(cases))('%s', (name, { right, wrong }) => {
  const schema = v.unknown();
  const parse = (payload: unknown) => v.safeParse(schemas[name] ?? schema, payload);

  test('has a payload', () => {
    expect(Object.keys(payloads)).toContain(name);
  });

  test.each(right.map((payload) => [payload]))('takes %j as it is', (payload) => {
    expect(parse(payload)).toMatchObject({ success: true, output: payload });
  });

  test.each(right.map((payload) => [payload]))('refuses one more than %j', (payload) => {
    expect(parse([...payload, 'extra']).success).toBe(false);
    expect(parse([...payload, undefined]).success).toBe(false);
  });

  test.each(wrong.map((payload) => [payload]))('refuses %j', (payload) => {
    expect(parse(payload).success).toBe(false);
  });

  test.each([undefined, null, 'text', 5, {}, { length: 0 }])('refuses %j for a list', (payload) => {
    expect(parse(payload).success).toBe(false);
  });
});

test('there are no payloads for calls that do not exist', () => {
  expect(Object.keys(payloads).sort()).toEqual(Object.keys(cases).sort());
});

test('what a newer Suzu wrote into a feed is left out of what comes back', () => {
  const newer = draftWith({
    connection: { ...connection, compressed: true },
    rule: { ...rule, when: [{ ...rule.when[0], soft: true }], tone: 'high' },
  });
  expect(v.parse(payloads.addFeed, [newer])).toEqual([feedDraft]);
});
