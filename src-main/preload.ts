import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Calls, Patch } from './ipc/contract.ts';

/** Asks the main process; the handlers check the payload (src-main/ipc/payloads.ts). */
function call<Name extends keyof Calls>(name: Name) {
  return (...payload: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>> =>
    ipcRenderer.invoke(`suzu:${name}`, ...payload);
}

const bridge: Bridge = {
  getSnapshot: call('getSnapshot'),
  changeSettings: call('changeSettings'),
  reportPlace: call('reportPlace'),
  dismissBanner: call('dismissBanner'),
  compose: call('compose'),
  closeComposer: call('closeComposer'),
  hideWindow: call('hideWindow'),
  checkForUpdate: call('checkForUpdate'),
  installUpdate: call('installUpdate'),
  startSignIn: call('startSignIn'),
  cancelSignIn: call('cancelSignIn'),
  signInWithToken: call('signInWithToken'),
  reopenSignInPage: call('reopenSignInPage'),
  watchServer: call('watchServer'),
  signOut: call('signOut'),
  moveAccount: call('moveAccount'),
  setPresence: call('setPresence'),
  startDemo: call('startDemo'),
  chooseWeakStorage: call('chooseWeakStorage'),
  loadOlderNotices: call('loadOlderNotices'),
  openNotice: call('openNotice'),
  answerNotice: call('answerNotice'),
  markAllRead: call('markAllRead'),
  pause: call('pause'),
  selectTimeline: call('selectTimeline'),
  watchTimelines: call('watchTimelines'),
  watchNotes: call('watchNotes'),
  reloadTimeline: call('reloadTimeline'),
  loadOlderNotes: call('loadOlderNotes'),
  listTimelines: call('listTimelines'),
  pinTimeline: call('pinTimeline'),
  switchTimeline: call('switchTimeline'),
  unpinTimeline: call('unpinTimeline'),
  moveTimeline: call('moveTimeline'),
  prepareDraft: call('prepareDraft'),
  postNote: call('postNote'),
  renote: call('renote'),
  deleteNote: call('deleteNote'),
  react: call('react'),
  unreact: call('unreact'),
  vote: call('vote'),
  follow: call('follow'),
  unfollow: call('unfollow'),
  acceptFollow: call('acceptFollow'),
  rejectFollow: call('rejectFollow'),
  mute: call('mute'),
  unmute: call('unmute'),
  setUserBell: call('setUserBell'),
  loadEmojis: call('loadEmojis'),
  pinEmojis: call('pinEmojis'),
  chooseSoundFile: call('chooseSoundFile'),
  trySound: call('trySound'),
  openNote: call('openNote'),
  openUser: call('openUser'),
  openHashtag: call('openHashtag'),
  openLink: call('openLink'),
  openFile: call('openFile'),
  closeDetail: call('closeDetail'),
  onPatches: (listener) => {
    const onMessage = (_event: unknown, patches: readonly Patch[]) => listener(patches);
    ipcRenderer.on('suzu:patches', onMessage);
    return () => ipcRenderer.off('suzu:patches', onMessage);
  },
};

contextBridge.exposeInMainWorld('suzu', bridge);
