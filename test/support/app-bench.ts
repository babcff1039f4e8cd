import { SavingMode } from '../../src-main/desktop/network/saving-mode.ts';
import { Cursors } from '../../src-main/engine/feeds/cursors.ts';
import { Feeds } from '../../src-main/engine/feeds/feeds.ts';
import type { FeedPreset } from '../../src-main/engine/feeds/preset.ts';
import { feedPresets } from '../../src-main/engine/feeds/preset-list.ts';
import { messagesIn } from '../../src-main/engine/messages/index.ts';
import { Accounts } from '../../src-main/engine/misskey/accounts.ts';
import { startingChoices } from '../../src-main/engine/misskey/notes/emoji-choices.ts';
import { SignIn } from '../../src-main/engine/misskey/sign-in/sign-in.ts';
import type { StoredAccount } from '../../src-main/engine/misskey/stored-account.ts';
import { startingPins } from '../../src-main/engine/misskey/timelines/pins.ts';
import { Bell } from '../../src-main/engine/notices/bell.ts';
import { untoldDesktop } from '../../src-main/engine/notices/desktop-state.ts';
import { History } from '../../src-main/engine/notices/history.ts';
import { localTime } from '../../src-main/engine/notices/local-time.ts';
import { defaultSettings } from '../../src-main/engine/settings/settings.ts';
import { CutOff } from '../../src-main/engine/streaming/cut-off.ts';
import { noTrace } from '../../src-main/engine/trace.ts';
import { accountEvents } from '../../src-main/ipc/account-events.ts';
import { createCommands } from '../../src-main/ipc/commands/create-commands.ts';
import { createNetworkCommands } from '../../src-main/ipc/commands/network-commands.ts';
import type { Patch, Settings } from '../../src-main/ipc/contract.ts';
import { feedEvents } from '../../src-main/ipc/feed-events.ts';
import { WindowFeed } from '../../src-main/ipc/window-feed.ts';
import { plainDesktop } from './desktop-view.ts';
import { fakeApi } from './fake-api.ts';
import { fakeClock, settle } from './fake-clock.ts';
import { goOnline } from './fake-misskey.ts';
import { type FakeSockets, fakeSockets } from './fake-socket.ts';
import { readableImages } from './image-addresses.ts';
import { fakeLineFile } from './line-file.ts';
import { memoryLog } from './memory-log.ts';
import { playedLinks } from './played-links.ts';
import { rawMe } from './samples.ts';
import { testNetwork } from './test-network.ts';
import { straight } from './window-harness/fixtures/network.ts';

export const alice = 'alice@example.social';
export const dana = 'dana@other.example';

/** An account as it is stored. */
export function storedAccount(id: string, fields: Partial<StoredAccount> = {}): StoredAccount {
  const [username = '', host = ''] = id.split('@');
  return {
    id,
    origin: `https://${host}`,
    userId: `user-${username}`,
    username,
    name: null,
    avatarUrl: null,
    color: '#b8860b',
    timelines: startingPins,
    timeline: 'home',
    presence: 'stream',
    addedBy: 'miauth',
    canAnswer: true,
    emojis: startingChoices,
    ...fields,
  };
}

/** What the test may look at and change. */
interface World {
  accounts: readonly StoredAccount[];
  settings: Settings;
  /** A window is there that has its snapshot. */
  hasWindow: boolean;
  isShown: boolean;
  hasBrowser: boolean;
  /** Nor can the demo be started then. */
  isDiskFull: boolean;
  /** The user says where an export is to go. */
  hasFileToExport: boolean;
  /** Narrower bounds of what is kept are in effect once this resolves. */
  tidied: Promise<void>;
  readonly exported: string[];
  weakAllowed: boolean | null;
  /** How often an account was made into what the window shows. */
  viewsMade: number;
  /** How often patches were sent. */
  batches: number;
}

/**
 * Everything between the servers and the window, put together as in main.ts, with a played network,
 * disk, browser and window. The account of each id has the token `token of <id>`.
 */
export function appBench(
  stored: readonly StoredAccount[] = [storedAccount(alice)],
  presetsThere: readonly FeedPreset[] = [],
) {
  const clock = fakeClock();
  const log = memoryLog();
  const file = fakeLineFile();
  const history = new History(file, log);
  const api = fakeApi();
  const sockets = new Map<string, FakeSockets>();
  const tokens = new Map(stored.map(({ id }) => [id, `token of ${id}`]));
  const patches: Patch[] = [];
  const opened: string[] = [];
  const world: World = {
    accounts: stored,
    settings: { ...defaultSettings, language: 'en' },
    hasWindow: false,
    isShown: false,
    hasBrowser: true,
    isDiskFull: false,
    hasFileToExport: true,
    tidied: Promise.resolve(),
    exported: [],
    weakAllowed: null,
    viewsMade: 0,
    batches: 0,
  };
  const locale = () => (world.settings.language === 'system' ? 'en' : world.settings.language);
  const messages = () => messagesIn(locale());

  api.answer('i', ({ token }) => {
    const username = token?.replace(/^token of /, '').split('@')[0];
    return rawMe({ id: `user-${username}`, username, name: null, avatarUrl: null });
  });
  api.answer('i/notifications', () => []);
  for (const name of ['timeline', 'local-timeline', 'hybrid-timeline', 'global-timeline']) {
    api.answer(`notes/${name}`, () => []);
  }

  const bell = new Bell({
    clock,
    history,
    trace: noTrace,
    messages,
    accountLabel: () => null,
    settings: () => world.settings,
    desktop: () => untoldDesktop,
    localTime,
    listener: {
      onToast: () => {},
      onCloseToast: () => {},
      onInsert: (entry) => feed.noticeInserted(entry),
      onUpdate: (entry) => feed.noticeUpdated(entry),
      onReset: () => feed.noticesReset(),
      onPause: () => feed.pauseChanged(),
      onAllReadHere: (accountId) => accounts.get(accountId)?.source?.tellRead(),
    },
  });
  const accounts = new Accounts({
    cutOff: new CutOff(),
    store: {
      load: () => world.accounts,
      save: (kept) => {
        world.accounts = kept;
      },
    },
    tokens: {
      load: async (id) => tokens.get(id) ?? null,
      save: async (id, token) => void tokens.set(id, token),
      forget: async (id) => void tokens.delete(id),
    },
    around: {
      clock,
      random: () => 0,
      fetch: api.fetch,
      socketOpener: (origin) => socketsOf(origin).open,
      bell,
      history,
      log,
      isOwnSignIn: () => false,
    },
    keepTimelines: false,
    listener: accountEvents({
      trace: noTrace,
      feed: () => feed,
      renewEmojis: () => {},
      onOnline: () => {},
      onChange: () => {},
    }),
  });
  const links = playedLinks();
  const presets = feedPresets(presetsThere);
  let drawn = 0;
  const feeds = new Feeds({
    store: {
      load: () => [],
      save: () => {},
    },
    tokens: {
      load: async (id) => tokens.get(id) ?? null,
      save: async (id, token) => void tokens.set(id, token),
      forget: async (id) => void tokens.delete(id),
    },
    cursors: new Cursors({ file: { read: () => null, write: () => {} }, clock, log }),
    presets,
    around: {
      clock,
      random: () => {
        drawn = (drawn + 0.618) % 1;
        return drawn;
      },
      fetch: api.fetch,
      streamFetch: api.fetch,
      agent: () => {
        throw new Error('played links open nothing');
      },
      userAgent: 'Suzu/test',
      openLink: links.open,
      bell,
      history,
      log,
    },
    cutOff: new CutOff(),
    takenColors: () => [],
    listener: feedEvents({
      clock,
      trace: noTrace,
      window: () => feed,
      onOnline: () => {},
      onChange: () => {},
    }),
  });
  const signIn = new SignIn({
    clock,
    fetch: api.fetch,
    uuid: () => 'a-uuid',
    openCallback: async () => ({ url: 'http://127.0.0.1:1/a-uuid', close: () => {} }),
    openBrowser: (url) => void opened.push(url),
    callbackPage: (outcome) => ({ language: 'en', title: '', text: outcome }),
    onState: () => feed.signInChanged(),
    onAccount: (account) =>
      void accounts.add(account, 'miauth').then((accountId) => {
        feed.go({ view: 'timeline', accountId });
        feed.signInEnded({ phase: 'done', accountId });
      }),
  });
  const images = {
    ...readableImages,
    emojiPrefix(accountId: string) {
      world.viewsMade += 1;
      return readableImages.emojiPrefix(accountId);
    },
  };
  const feed = new WindowFeed({
    clock,
    accounts,
    feeds,
    presets,
    bell,
    history,
    images,
    messages,
    locale,
    settings: () => world.settings,
    desktop: () => plainDesktop,
    secrets: () => ({ storage: 'keyring', consentNeeded: world.weakAllowed === null }),
    update: () => ({ name: 'idle', last: null }),
    signIn: () => signIn.state,
    platform: 'linux',
    version: '1.2.3',
    safeMode: false,
    network: () => straight,
    systemSaysOffline: () => false,
    diagnostics: () => null,
    hasWindow: () => world.hasWindow,
    send: (batch) => {
      world.batches += 1;
      patches.push(...batch);
    },
  });
  const { commands, openTarget, noticeAnswers } = createCommands({
    accounts,
    feeds,
    presets,
    bell,
    history,
    feed,
    images,
    signIn,
    clock,
    messages,
    locale,
    unique: () => 'abcd1234',
    settings: () => world.settings,
    openExternal: async (url) => {
      opened.push(url);
      return world.hasBrowser;
    },
    showWindow: () => {
      world.isShown = true;
    },
    desktopCalls: {
      setStartAtLogin: () => ({ ok: true }),
      setShortcut: () => ({ ok: true }),
      exportSettings: () => ({ ok: true, data: null }),
      importSettings: () => ({ ok: true, data: null }),
    },
    sounds: { choose: async () => ({ path: null }), try: async () => null },
    updates: { check: () => {}, restart: () => {} },
    networkCalls: createNetworkCommands({
      network: testNetwork(),
      saving: new SavingMode({
        settings: () => world.settings.saving,
        desktop: () => untoldDesktop,
        onChange: () => {},
      }),
      clock,
      messages,
      settings: () => world.settings,
      changeSettings: () => true,
      origins: () => accounts.all().map(({ stored }) => stored.origin),
      feedOrigins: () => [],
      chooseCertificateFile: async () => null,
      readCertificates: async () => ({ kind: 'problem', problem: 'unreadable' }),
    }),
    diagnosticsCalls: {
      runDiagnostics: () => {},
      showTestToast: () => {},
      readReport: () => ({ ok: true, data: '' }),
      copyReport: () => ({ ok: true }),
      saveReport: () => ({ ok: true }),
      openLogFolder: () => ({ ok: true }),
      restart: () => {},
      readAbout: () => ({ ok: true, data: { version: '1.2.3', homepage: null, license: 'MIT' } }),
      readLicences: () => ({ ok: true, data: '' }),
    },
    log,
    tidied: () => world.tidied,
    chooseExportFile: async (format) => (world.hasFileToExport ? `/export.${format}` : null),
    exportHistory: async (_format, path) => {
      if (world.isDiskFull) throw new Error('ENOSPC');
      world.exported.push(path);
    },
    hideWindow: () => {
      world.isShown = false;
    },
    changeSettings: (changes) => {
      world.settings = { ...world.settings, ...changes };
      feed.settingsChanged();
      return !world.isDiskFull;
    },
    chooseWeakStorage: (allow) => {
      world.weakAllowed = allow;
    },
    startDemo: async () => {
      if (world.isDiskFull) throw new Error('no port');
    },
  });
  const socketsOf = (origin: string): FakeSockets => {
    const found = sockets.get(origin) ?? fakeSockets();
    sockets.set(origin, found);
    return found;
  };

  return {
    clock,
    log,
    file,
    history,
    api,
    tokens,
    patches,
    /** Addresses that were opened in the browser. */
    links: opened,
    /** The links of feeds. */
    feedLinks: links,
    feeds,
    world,
    bell,
    accounts,
    feed,
    commands,
    /** Answers to notices, as toasts give them too. */
    noticeAnswers,
    openTarget,
    /** Those of an account's server. */
    sockets: (accountId: string) => socketsOf(`https://${accountId.split('@')[1]}`),
    /** Loads the stored accounts and brings all of them online. */
    async online() {
      await accounts.start();
      for (const one of sockets.values()) goOnline(one.last);
      await settle();
    },
  };
}

export type AppBench = ReturnType<typeof appBench>;
