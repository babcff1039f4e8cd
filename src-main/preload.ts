import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Calls, Patch } from './ipc/contract.ts';

/** Asks the main process; the handlers check the payload (src-main/ipc/payloads.ts). */
function call<Name extends keyof Calls>(name: Name) {
  return (...payload: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>> =>
    ipcRenderer.invoke(`suzu:${name}`, ...payload);
}

const bridge: Bridge = {
  getSnapshot: call('getSnapshot'),
  startSignIn: call('startSignIn'),
  cancelSignIn: call('cancelSignIn'),
  signInWithToken: call('signInWithToken'),
  reopenSignInPage: call('reopenSignInPage'),
  signOut: call('signOut'),
  startDemo: call('startDemo'),
  chooseWeakStorage: call('chooseWeakStorage'),
  selectTimeline: call('selectTimeline'),
  reloadTimeline: call('reloadTimeline'),
  loadOlderNotes: call('loadOlderNotes'),
  loadOlderNotices: call('loadOlderNotices'),
  openNotice: call('openNotice'),
  openNote: call('openNote'),
  openUser: call('openUser'),
  openHashtag: call('openHashtag'),
  openLink: call('openLink'),
  openFile: call('openFile'),
  closeDetail: call('closeDetail'),
  markAllRead: call('markAllRead'),
  pause: call('pause'),
  changeSettings: call('changeSettings'),
  reportPlace: call('reportPlace'),
  dismissBanner: call('dismissBanner'),
  hideWindow: call('hideWindow'),
  onPatch: (listener) => {
    const onMessage = (_event: unknown, patch: Patch) => listener(patch);
    ipcRenderer.on('suzu:patch', onMessage);
    return () => ipcRenderer.off('suzu:patch', onMessage);
  },
};

contextBridge.exposeInMainWorld('suzu', bridge);
