import type { Bridge, CallFailure, CallResult, Calls } from '../../src-main/ipc/contract.ts';

/** What the window may ask for, but for the snapshot and the place, which have their own keepers. */
type ActionName = Exclude<keyof Calls, 'getSnapshot' | 'reportPlace'>;

/** A call that answers nothing has gone well or not. */
type Answer<Returned> = [Returned] extends [CallResult] ? Returned : CallResult;

/**
 * The calls as the window's parts make them: each answers once and never rejects. What failed has
 * been said to the reader by then; the answer is for those who want to show it at its own place too.
 */
export type Actions = {
  readonly [Name in ActionName]: (
    ...args: Parameters<Calls[Name]>
  ) => Promise<Answer<ReturnType<Calls[Name]>>>;
};

/** How failures reach the reader; `null` is a failure without a sentence of its own. */
export type TellFailure = (sentence: string | null) => void;

/** Makes the actions out of the bridge. */
export function createActions(bridge: Bridge, tell: TellFailure): Actions {
  const told = async <Success extends Succeeded>(call: Promise<Success | CallFailure>) => {
    const result = await settled(call);
    if (!result.ok) tell(result.error || null);
    return result;
  };
  /** For calls that answer nothing. */
  const asked = (call: Promise<void>) => told(call.then((): CallResult => ({ ok: true })));
  return {
    startSignIn: (server) => asked(bridge.startSignIn(server)),
    cancelSignIn: () => asked(bridge.cancelSignIn()),
    // These show their failure where it happened.
    signInWithToken: (server, token) => settled(bridge.signInWithToken(server, token)),
    watchServer: (server) => settled(bridge.watchServer(server)),
    startDemo: () => settled(bridge.startDemo()),
    loadOlderNotes: (timeline) => settled(bridge.loadOlderNotes(timeline)),
    listTimelines: (account) => settled(bridge.listTimelines(account)),
    prepareDraft: (account, purpose) => settled(bridge.prepareDraft(account, purpose)),
    postNote: (draft) => settled(bridge.postNote(draft)),
    loadEmojis: (account) => settled(bridge.loadEmojis(account)),
    setStartAtLogin: (choice) => told(bridge.setStartAtLogin(choice)),
    setShortcut: (name, accelerator) => settled(bridge.setShortcut(name, accelerator)),
    exportSettings: () => settled(bridge.exportSettings()),
    importSettings: () => settled(bridge.importSettings()),
    loadOlderNotices: () => asked(bridge.loadOlderNotices()),
    reopenSignInPage: () => asked(bridge.reopenSignInPage()),
    signOut: (account) => asked(bridge.signOut(account)),
    moveAccount: (account, index) => asked(bridge.moveAccount(account, index)),
    setPresence: (account, presence) => asked(bridge.setPresence(account, presence)),
    chooseWeakStorage: (allow) => asked(bridge.chooseWeakStorage(allow)),
    selectTimeline: (account, key) => asked(bridge.selectTimeline(account, key)),
    watchTimelines: (timelines) => asked(bridge.watchTimelines(timelines)),
    watchNotes: (notes) => asked(bridge.watchNotes(notes)),
    reloadTimeline: (timeline) => asked(bridge.reloadTimeline(timeline)),
    pinTimeline: (account, spec) => told(bridge.pinTimeline(account, spec)),
    switchTimeline: (account, key, switches) => told(bridge.switchTimeline(account, key, switches)),
    unpinTimeline: (account, key) => told(bridge.unpinTimeline(account, key)),
    moveTimeline: (account, key, index) => asked(bridge.moveTimeline(account, key, index)),
    openNotice: (notice) => asked(bridge.openNotice(notice)),
    answerNotice: (notice, action) => told(bridge.answerNotice(notice, action)),
    openNote: (account, note) => asked(bridge.openNote(account, note)),
    openUser: (account, handle) => asked(bridge.openUser(account, handle)),
    openHashtag: (account, tag) => asked(bridge.openHashtag(account, tag)),
    openLink: (url) => told(bridge.openLink(url)),
    openFile: (account, note, file) => told(bridge.openFile(account, note, file)),
    closeDetail: () => asked(bridge.closeDetail()),
    compose: (account, purpose) => asked(bridge.compose(account, purpose)),
    closeComposer: () => asked(bridge.closeComposer()),
    renote: (account, note) => told(bridge.renote(account, note)),
    deleteNote: (account, note) => told(bridge.deleteNote(account, note)),
    react: (account, note, reaction) => told(bridge.react(account, note, reaction)),
    unreact: (account, note) => told(bridge.unreact(account, note)),
    vote: (account, note, choice) => told(bridge.vote(account, note, choice)),
    follow: (account, user) => told(bridge.follow(account, user)),
    unfollow: (account, user) => told(bridge.unfollow(account, user)),
    acceptFollow: (account, user) => told(bridge.acceptFollow(account, user)),
    rejectFollow: (account, user) => told(bridge.rejectFollow(account, user)),
    mute: (account, user, duration) => told(bridge.mute(account, user, duration)),
    unmute: (account, user) => told(bridge.unmute(account, user)),
    setUserBell: (account, user, rings) => told(bridge.setUserBell(account, user, rings)),
    pinEmojis: (account, emojis) => asked(bridge.pinEmojis(account, emojis)),
    checkForUpdate: () => asked(bridge.checkForUpdate()),
    installUpdate: () => asked(bridge.installUpdate()),
    searchNotices: (query, cursor) => settled(bridge.searchNotices(query, cursor)),
    getHistoryExtent: () => settled(bridge.getHistoryExtent()),
    exportHistory: (format) => told(bridge.exportHistory(format)),
    eraseHistory: (scope) => told(bridge.eraseHistory(scope)),
    deleteNotice: (notice, withGroup) => told(bridge.deleteNotice(notice, withGroup)),
    markAllRead: () => told(bridge.markAllRead()),
    pause: (choice) => asked(bridge.pause(choice)),
    changeSettings: (changes) => told(bridge.changeSettings(changes)),
    chooseSoundFile: () => told(bridge.chooseSoundFile()),
    trySound: (sound) => told(bridge.trySound(sound)),
    // These show their failure where it happened.
    listPresets: () => settled(bridge.listPresets()),
    addPresetFeed: (preset, values) => settled(bridge.addPresetFeed(preset, values)),
    addFeed: (draft) => settled(bridge.addFeed(draft)),
    changeFeed: (feed, draft) => settled(bridge.changeFeed(feed, draft)),
    previewRule: (feed, rule) => settled(bridge.previewRule(feed, rule)),
    previewSample: (feed, rule, sample) => settled(bridge.previewSample(feed, rule, sample)),
    checkProxy: (proxy, credentials) => settled(bridge.checkProxy(proxy, credentials)),
    useProxy: (proxy, credentials) => settled(bridge.useProxy(proxy, credentials)),
    setProxyPassword: (credentials) => settled(bridge.setProxyPassword(credentials)),
    addCertificate: () => told(bridge.addCertificate()),
    removeCertificate: (path) => told(bridge.removeCertificate(path)),
    removeFeed: (feed) => asked(bridge.removeFeed(feed)),
    moveFeed: (feed, index) => asked(bridge.moveFeed(feed, index)),
    setFeedOn: (feed, on) => asked(bridge.setFeedOn(feed, on)),
    retryFeed: (feed) => asked(bridge.retryFeed(feed)),
    watchFeed: (feed) => asked(bridge.watchFeed(feed)),
    loadPictures: () => asked(bridge.loadPictures()),
    dismissBanner: (banner) => asked(bridge.dismissBanner(banner)),
    hideWindow: () => asked(bridge.hideWindow()),
    runDiagnostics: () => asked(bridge.runDiagnostics()),
    showTestToast: () => asked(bridge.showTestToast()),
    readReport: (withNames) => told(bridge.readReport(withNames)),
    copyReport: (withNames) => told(bridge.copyReport(withNames)),
    saveReport: (withNames) => told(bridge.saveReport(withNames)),
    openLogFolder: () => told(bridge.openLogFolder()),
    restart: (safe) => asked(bridge.restart(safe)),
    readAbout: () => told(bridge.readAbout()),
    readLicences: () => told(bridge.readLicences()),
  };
}

interface Succeeded {
  readonly ok: true;
}

/** A rejected call (a payload that was refused, a defect) has no sentence for the reader. */
async function settled<Success extends Succeeded>(
  call: Promise<Success | CallFailure>,
): Promise<Success | CallFailure> {
  try {
    return await call;
  } catch {
    return { ok: false, error: '' };
  }
}
