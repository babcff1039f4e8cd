import * as v from 'valibot';
import { exportFormats } from '../engine/notices/history-export.ts';
import { noticeKinds } from '../engine/notices/notice-kind.ts';
import { isSettingsChange, settingsSchema, soundSchema } from '../engine/settings/schema.ts';
import type { Calls, Settings } from './contract.ts';
import { eventSample, feedDraft, noticeRule, presetValues } from './feed-payloads.ts';

/**
 * What each call may carry. The window is ours, but it shows what strangers wrote: nothing that comes
 * from it is taken on trust, and every text is bounded.
 */
type Payloads = {
  readonly [Name in keyof Calls]: v.GenericSchema<unknown, Parameters<Calls[Name]>>;
};

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(512));
const text = v.pipe(v.string(), v.maxLength(4_096));
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const nothing = v.strictTuple([]);

const finite = v.pipe(v.number(), v.finite());
const anchor = v.strictObject({ id, offset: finite });
const timelineRef = v.strictObject({ accountId: id, key: id });

/** Columns and lists at once: more than any screen shows. */
const mostTimelines = 64;
/** Notes in view at once: more than any screen shows. */
const mostVisible = 500;

const place = v.strictObject({
  view: v.picklist(['notices', 'timeline', 'settings', 'sign-in']),
  accountId: v.nullable(id),
  settingsPage: v.nullable(
    v.picklist([
      'accounts',
      'feeds',
      'notifications',
      'privacy',
      'timelines',
      'appearance',
      'start-up',
      'shortcuts',
      'network',
      'history',
      'diagnostics',
      'about',
    ]),
  ),
  feedId: v.nullable(id),
  columns: v.pipe(v.array(timelineRef), v.maxLength(mostTimelines)),
  anchors: v.strictObject({
    notices: v.nullable(anchor),
    timelines: v.pipe(
      v.array(v.strictObject({ ...timelineRef.entries, anchor })),
      v.maxLength(mostTimelines),
    ),
  }),
});

const switches = v.strictObject({
  withRenotes: v.boolean(),
  withReplies: v.boolean(),
  withFiles: v.boolean(),
});
const tag = v.pipe(v.string(), v.nonEmpty(), v.maxLength(128));
const tagSet = v.pipe(v.array(tag), v.minLength(1), v.maxLength(16));

const timelineSpec = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['home', 'local', 'social', 'global', 'bubble']), switches }),
  v.strictObject({ kind: v.picklist(['list', 'antenna', 'channel', 'role']), id, switches }),
  v.strictObject({
    kind: v.literal('hashtag'),
    anyOf: v.pipe(v.array(tagSet), v.minLength(1), v.maxLength(16)),
    switches,
  }),
]);

const draftPurpose = v.variant('kind', [
  v.strictObject({ kind: v.literal('new') }),
  v.strictObject({ kind: v.literal('reply'), noteId: id }),
  v.strictObject({ kind: v.literal('quote'), noteId: id }),
]);

/** Servers take 3,000 characters unless told otherwise, and never more than this in one request. */
const noteText = v.pipe(v.string(), v.maxLength(100_000));
const reaction = v.pipe(v.string(), v.nonEmpty(), v.maxLength(260));

const draft = v.strictObject({
  accountId: id,
  purpose: draftPurpose,
  text: noteText,
  cw: v.nullable(text),
  visibility: v.picklist(['public', 'home', 'followers', 'specified']),
  localOnly: v.boolean(),
});

const noticeQuery = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(512)),
  accountId: v.nullable(id),
  kinds: v.pipe(v.array(v.picklist(noticeKinds)), v.maxLength(noticeKinds.length)),
  from: v.nullable(finite),
  until: v.nullable(finite),
  unreadOnly: v.boolean(),
  silentOnly: v.boolean(),
});

const proxySchema = settingsSchema.entries.network.entries.proxy;
/** As long as SOCKS and HTTP proxies take them. */
const proxyCredentials = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
  password: v.pipe(v.string(), v.maxLength(255)),
});

const aboutAccount = v.strictTuple([id]);
const aboutNote = v.strictTuple([id, id]);
const aboutPerson = v.strictTuple([id, id]);

export const payloads: Payloads = {
  getSnapshot: nothing,
  changeSettings: v.strictTuple([v.custom<Partial<Settings>>(isSettingsChange)]),
  reportPlace: v.strictTuple([place]),
  dismissBanner: v.strictTuple([id]),
  compose: v.strictTuple([id, draftPurpose]),
  closeComposer: nothing,
  hideWindow: nothing,
  checkForUpdate: nothing,
  installUpdate: nothing,

  startSignIn: v.strictTuple([text]),
  cancelSignIn: nothing,
  signInWithToken: v.strictTuple([text, text]),
  reopenSignInPage: nothing,
  watchServer: v.strictTuple([text]),
  signOut: aboutAccount,
  moveAccount: v.strictTuple([id, index]),
  setPresence: v.strictTuple([id, v.picklist(['stream', 'polling'])]),
  startDemo: nothing,
  chooseWeakStorage: v.strictTuple([v.boolean()]),

  listPresets: nothing,
  addPresetFeed: v.strictTuple([id, presetValues]),
  addFeed: v.strictTuple([feedDraft]),
  changeFeed: v.strictTuple([id, feedDraft]),
  removeFeed: aboutAccount,
  moveFeed: v.strictTuple([id, index]),
  setFeedOn: v.strictTuple([id, v.boolean()]),
  retryFeed: aboutAccount,
  watchFeed: v.strictTuple([v.nullable(id)]),
  previewRule: v.strictTuple([id, v.nullable(noticeRule)]),
  previewSample: v.strictTuple([id, noticeRule, eventSample]),

  setStartAtLogin: v.strictTuple([v.picklist(['off', 'tray', 'window'])]),
  setShortcut: v.strictTuple([
    v.picklist(['toggleWindow', 'snooze']),
    v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))),
  ]),
  exportSettings: nothing,
  importSettings: nothing,

  loadOlderNotices: nothing,
  openNotice: v.strictTuple([id]),
  answerNotice: v.strictTuple([
    id,
    v.picklist(['follow-back', 'accept-follow', 'reject-follow', 'confirm']),
  ]),
  searchNotices: v.strictTuple([noticeQuery, v.nullable(text)]),
  getHistoryExtent: nothing,
  exportHistory: v.strictTuple([v.picklist(exportFormats)]),
  eraseHistory: v.strictTuple([
    v.strictObject({ accountId: v.nullable(id), before: v.nullable(finite) }),
  ]),
  deleteNotice: v.strictTuple([id, v.boolean()]),
  markAllRead: nothing,
  pause: v.strictTuple([v.picklist(['30-minutes', '1-hour', 'until-tomorrow', 'resume'])]),

  selectTimeline: v.strictTuple([id, id]),
  watchTimelines: v.strictTuple([v.pipe(v.array(timelineRef), v.maxLength(mostTimelines))]),
  watchNotes: v.strictTuple([
    v.pipe(
      v.array(
        v.strictObject({
          accountId: id,
          noteIds: v.pipe(v.array(id), v.maxLength(mostVisible)),
        }),
      ),
      v.maxLength(mostTimelines),
    ),
  ]),
  reloadTimeline: v.strictTuple([timelineRef]),
  loadOlderNotes: v.strictTuple([timelineRef]),
  listTimelines: aboutAccount,
  pinTimeline: v.strictTuple([id, timelineSpec]),
  switchTimeline: v.strictTuple([id, id, switches]),
  unpinTimeline: v.strictTuple([id, id]),
  moveTimeline: v.strictTuple([id, id, index]),

  prepareDraft: v.strictTuple([id, draftPurpose]),
  postNote: v.strictTuple([draft]),
  renote: aboutNote,
  deleteNote: aboutNote,
  react: v.strictTuple([id, id, reaction]),
  unreact: aboutNote,
  vote: v.strictTuple([id, id, index]),
  follow: aboutPerson,
  unfollow: aboutPerson,
  acceptFollow: aboutPerson,
  rejectFollow: aboutPerson,
  mute: v.strictTuple([id, id, v.nullable(v.pipe(finite, v.minValue(1)))]),
  unmute: aboutPerson,
  setUserBell: v.strictTuple([id, id, v.boolean()]),
  loadEmojis: aboutAccount,
  pinEmojis: v.strictTuple([id, v.pipe(v.array(reaction), v.maxLength(64))]),

  chooseSoundFile: nothing,
  trySound: v.strictTuple([soundSchema]),

  checkProxy: v.strictTuple([proxySchema, v.nullable(proxyCredentials)]),
  useProxy: v.strictTuple([proxySchema, v.nullable(proxyCredentials)]),
  setProxyPassword: v.strictTuple([v.nullable(proxyCredentials)]),
  addCertificate: nothing,
  removeCertificate: v.strictTuple([text]),
  loadPictures: nothing,

  openNote: aboutNote,
  openUser: v.strictTuple([id, id]),
  openHashtag: v.strictTuple([id, id]),
  openLink: v.strictTuple([text]),
  openFile: v.strictTuple([id, id, id]),
  closeDetail: nothing,

  runDiagnostics: nothing,
  showTestToast: nothing,
  readReport: v.strictTuple([v.boolean()]),
  copyReport: v.strictTuple([v.boolean()]),
  saveReport: v.strictTuple([v.boolean()]),
  openLogFolder: nothing,
  restart: v.strictTuple([v.boolean()]),
  readAbout: nothing,
  readLicences: nothing,
};
