import * as v from 'valibot';
import type { Calls } from './contract.ts';

/**
 * What each call may carry. The window is ours, but it shows what strangers wrote: nothing that comes
 * from it is taken on trust, and every text is bounded.
 */
type Payloads = {
  readonly [Name in keyof Calls]: v.GenericSchema<unknown, Parameters<Calls[Name]>>;
};

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(512));
const text = v.pipe(v.string(), v.maxLength(4_096));
const timelineName = v.picklist(['home', 'local', 'social', 'global']);
const nothing = v.strictTuple([]);

const anchor = v.nullable(v.strictObject({ id, offset: v.pipe(v.number(), v.finite()) }));

const place = v.strictObject({
  view: v.picklist(['notices', 'timeline', 'settings', 'sign-in']),
  accountId: v.nullable(id),
  anchors: v.strictObject({ notices: anchor, timeline: anchor }),
});

/** Values of settings, each left out where it does not change. */
const settingsChanges = v.strictObject({
  language: v.exactOptional(v.picklist(['system', 'en', 'ja', 'ko'])),
  theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
  clickOpens: v.exactOptional(v.picklist(['browser', 'window'])),
});

export const payloads: Payloads = {
  getSnapshot: nothing,
  startSignIn: v.strictTuple([text]),
  cancelSignIn: nothing,
  signInWithToken: v.strictTuple([text, text]),
  reopenSignInPage: nothing,
  signOut: v.strictTuple([id]),
  startDemo: nothing,
  chooseWeakStorage: v.strictTuple([v.boolean()]),
  selectTimeline: v.strictTuple([id, timelineName]),
  reloadTimeline: nothing,
  loadOlderNotes: nothing,
  loadOlderNotices: nothing,
  openNotice: v.strictTuple([id]),
  openNote: v.strictTuple([id, id]),
  openUser: v.strictTuple([id, id]),
  openHashtag: v.strictTuple([id, id]),
  openLink: v.strictTuple([text]),
  openFile: v.strictTuple([id, id, id]),
  closeDetail: nothing,
  markAllRead: nothing,
  pause: v.strictTuple([v.picklist(['30-minutes', '1-hour', 'until-tomorrow', 'resume'])]),
  changeSettings: v.strictTuple([settingsChanges]),
  reportPlace: v.strictTuple([place]),
  dismissBanner: v.strictTuple([id]),
  hideWindow: nothing,
};
