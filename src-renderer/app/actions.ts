import type { Bridge, CallResult, Calls } from '../../src-main/ipc/contract.ts';

/** What the window may ask for, but for the snapshot and the place, which have their own keepers. */
type ActionName = Exclude<keyof Calls, 'getSnapshot' | 'reportPlace'>;

/**
 * The calls as the window's parts make them: each answers once and never rejects. What failed has
 * been said to the reader by then; the answer is for those who want to show it at its own place too.
 */
export type Actions = {
  readonly [Name in ActionName]: (...args: Parameters<Calls[Name]>) => Promise<CallResult>;
};

/** How failures reach the reader; `null` is a failure without a sentence of its own. */
export type TellFailure = (sentence: string | null) => void;

/** Makes the actions out of the bridge. */
export function createActions(bridge: Bridge, tell: TellFailure): Actions {
  const told = async (call: Promise<CallResult>): Promise<CallResult> => {
    const result = await settled(call);
    if (!result.ok) tell(result.error || null);
    return result;
  };
  /** For calls that answer nothing. */
  const asked = (call: Promise<void>) => told(call.then(() => ({ ok: true })));
  return {
    startSignIn: (server) => asked(bridge.startSignIn(server)),
    cancelSignIn: () => asked(bridge.cancelSignIn()),
    // These three show their failure where it happened.
    signInWithToken: (server, token) => settled(bridge.signInWithToken(server, token)),
    startDemo: () => settled(bridge.startDemo()),
    loadOlderNotes: () => settled(bridge.loadOlderNotes()),
    loadOlderNotices: () => asked(bridge.loadOlderNotices()),
    reopenSignInPage: () => asked(bridge.reopenSignInPage()),
    signOut: (account) => asked(bridge.signOut(account)),
    chooseWeakStorage: (allow) => asked(bridge.chooseWeakStorage(allow)),
    selectTimeline: (account, name) => asked(bridge.selectTimeline(account, name)),
    reloadTimeline: () => asked(bridge.reloadTimeline()),
    openNotice: (notice) => asked(bridge.openNotice(notice)),
    openNote: (account, note) => asked(bridge.openNote(account, note)),
    openUser: (account, handle) => asked(bridge.openUser(account, handle)),
    openHashtag: (account, tag) => asked(bridge.openHashtag(account, tag)),
    openLink: (url) => told(bridge.openLink(url)),
    openFile: (account, note, file) => told(bridge.openFile(account, note, file)),
    closeDetail: () => asked(bridge.closeDetail()),
    markAllRead: () => told(bridge.markAllRead()),
    pause: (choice) => asked(bridge.pause(choice)),
    changeSettings: (changes) => told(bridge.changeSettings(changes)),
    dismissBanner: (banner) => asked(bridge.dismissBanner(banner)),
    hideWindow: () => asked(bridge.hideWindow()),
  };
}

/** A rejected call (a payload that was refused, a defect) has no sentence for the reader. */
async function settled(call: Promise<CallResult>): Promise<CallResult> {
  try {
    return await call;
  } catch {
    return { ok: false, error: '' };
  }
}
