import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns';
import { dirname, join } from 'node:path';
import { app, Notification, nativeTheme, net } from 'electron';
import { Demo } from './demo/demo.ts';
import {
  commandLineBanner,
  historyBanner,
  historyDiskBanner,
  noTrayBanner,
  settingsBanner,
} from './desktop/banners.ts';
import { sessionBusAddress } from './desktop/bus/bus-address.ts';
import { dialBus } from './desktop/bus/bus-link.ts';
import { createSessionBus } from './desktop/bus/session-bus.ts';
import type { CommandLine } from './desktop/command-line.ts';
import { wordTokenFile } from './desktop/command-line-words.ts';
import { askForSafeMode, tellStartFailed } from './desktop/crash/ask.ts';
import { beginRun } from './desktop/crash/begin-run.ts';
import { safeModeLook } from './desktop/crash/crash-words.ts';
import { catchDefects } from './desktop/crash/defects.ts';
import { restart } from './desktop/crash/restart.ts';
import type { RunMarker } from './desktop/crash/run-marker.ts';
import { profileFor } from './desktop/crash/safe-mode.ts';
import { watchCrashes } from './desktop/crash/watch-crashes.ts';
import { readAbout, readLicences } from './desktop/diagnostics/about.ts';
import { createDiagnostics } from './desktop/diagnostics/create-diagnostics.ts';
import { testToastId } from './desktop/diagnostics/diagnostics.ts';
import { hidingTokens } from './desktop/diagnostics/hidden-tokens.ts';
import { createRedactor, type Redactor } from './desktop/diagnostics/redact.ts';
import { reportDesk } from './desktop/diagnostics/share.ts';
import { createStreamTimes } from './desktop/diagnostics/stream-times.ts';
import { systemName } from './desktop/diagnostics/system-name.ts';
import { createEntry } from './desktop/entry/create-entry.ts';
import { chooseExportFile } from './desktop/export-dialog.ts';
import { Images } from './desktop/images/images.ts';
import { publicLookup } from './desktop/images/public-lookup.ts';
import { toastPictures } from './desktop/images/toast-picture.ts';
import { keyFile } from './desktop/key-file.ts';
import { openExternal } from './desktop/links.ts';
import { type LogFile, openLogFile } from './desktop/log-file.ts';
import { chooseCertificateFile } from './desktop/network/certificate-dialog.ts';
import { readCertificates } from './desktop/network/certificates.ts';
import { chromiumProxies } from './desktop/network/chromium-proxies.ts';
import { createNetwork } from './desktop/network/network.ts';
import { SavingMode } from './desktop/network/saving-mode.ts';
import { systemCertificates } from './desktop/network/system-certificates.ts';
import { safeStorageCipher } from './desktop/safe-storage-cipher.ts';
import { openSecretService } from './desktop/secret-service.ts';
import { Secrets } from './desktop/secrets.ts';
import { secretsFile } from './desktop/secrets-file.ts';
import { openProfile, type SettingsProblem } from './desktop/settings.ts';
import { openSettingsFile } from './desktop/settings-file.ts';
import { isToastSilent } from './desktop/sound/sounds.ts';
import { startSounds } from './desktop/sound/start-sounds.ts';
import { createSurroundings } from './desktop/surroundings/create-surroundings.ts';
import { ToastRaiser } from './desktop/toast-raiser.ts';
import { toastBackend } from './desktop/toasts/toast-backend.ts';
import { bellResult } from './desktop/toasts/toast-result.ts';
import { createToasts } from './desktop/toasts/toasts.ts';
import { readTokenFile } from './desktop/token-file.ts';
import { legacyTray } from './desktop/tray/legacy-tray.ts';
import { patientHost } from './desktop/tray/patient-host.ts';
import { SuzuTray } from './desktop/tray/suzu-tray.ts';
import { steadyTrayHost, watchTrayHost } from './desktop/tray/tray-host.ts';
import { trayLook } from './desktop/tray/tray-look.ts';
import { createUpdates } from './desktop/updates/create-updates.ts';
import { watchForWake } from './desktop/wake.ts';
import { pageReader } from './desktop/window/page-files.ts';
import { secureSession } from './desktop/window/security.ts';
import { SuzuWindow } from './desktop/window/window.ts';
import { chooseLocale, messagesIn } from './engine/messages/index.ts';
import { Accounts } from './engine/misskey/accounts.ts';
import { createApi } from './engine/misskey/api/api.ts';
import { fetchAs } from './engine/misskey/api/fetch-as.ts';
import { meSchema } from './engine/misskey/api/schemas.ts';
import { parseServerName } from './engine/misskey/api/server-name.ts';
import { OwnSignIns } from './engine/misskey/inbox/own-sign-ins.ts';
import { streamOpener } from './engine/misskey/link/stream-opener.ts';
import { openCallback } from './engine/misskey/sign-in/miauth-callback.ts';
import { SignIn } from './engine/misskey/sign-in/sign-in.ts';
import { Bell } from './engine/notices/bell.ts';
import { createHistory } from './engine/notices/create-history.ts';
import type { History } from './engine/notices/history.ts';
import { exportHistory } from './engine/notices/history-export.ts';
import { localTime } from './engine/notices/local-time.ts';
import type { Settings } from './engine/settings/settings.ts';
import { systemClock as clock } from './engine/streaming/clock.ts';
import { lineTrace, noTrace } from './engine/trace.ts';
import { accountEvents } from './ipc/account-events.ts';
import { createCommands } from './ipc/commands/create-commands.ts';
import { createDiagnosticsCommands } from './ipc/commands/diagnostics-commands.ts';
import { createNetworkCommands } from './ipc/commands/network-commands.ts';
import type { Snapshot } from './ipc/contract.ts';
import { handleCalls } from './ipc/handlers.ts';
import { ToastAnswerer } from './ipc/toast-answerer.ts';
import { toastReaction } from './ipc/toast-answers.ts';
import { accountHandle, accountStateText } from './ipc/views/account-view.ts';
import { wordApiError } from './ipc/views/error-words.ts';
import { networkView } from './ipc/views/network-view.ts';
import { WindowFeed } from './ipc/window-feed.ts';
import { onLink, onSecondLaunch, startUp } from './startup.ts';

const defects = catchDefects(process, clock);
const commandLine = startUp(process.argv);
if (commandLine !== null) {
  const marker = beginRun(clock, commandLine.safeMode);
  app.on('window-all-closed', () => {
    // Suzu lives in the tray.
  });
  void app
    .whenReady()
    .then(() => run(commandLine, marker))
    .catch((error: unknown) => startFailed(error, marker));
}

/** Builds everything from its parts, in the order in which they need each other, and sets it going. */
async function run(commandLine: CommandLine, marker: RunMarker): Promise<void> {
  const profileDir = app.getPath('userData');
  const asset = (path: string) => join(app.getAppPath(), 'assets', path);
  const built = (path: string) => join(app.getAppPath(), 'out', path);

  // What everything else stands on: the log, the profile, the language.
  // Whoever reads stderr may stop reading; a complaint about that would only be written there again.
  process.stderr.on('error', () => {});
  const redactor = createRedactor();
  const log = openLog(redactor);
  app.on('quit', () => log.flushNow());
  const settingsProblems: SettingsProblem[] = [];
  let historyIsReadable = true;
  const stored = openProfile({
    folder: profileDir,
    openFile: openSettingsFile,
    now: clock.now,
    log,
    onProblem: (problem) => settingsProblems.push(problem),
  });
  const safeMode = await startsInSafeMode(commandLine, marker);
  const profile = profileFor(stored, safeMode);
  const settings = () => profile.get().settings;
  const locale = () => chooseLocale(settings().language, app.getPreferredSystemLanguages());
  const messages = () => messagesIn(locale());
  const applyTheme = () => {
    nativeTheme.themeSource = settings().theme;
  };
  applyTheme();
  const userAgent = `Suzu/${app.getVersion()}`;
  // stdout belongs to the trace alone. Whoever reads it may stop reading at any time.
  process.stdout.on('error', () => {});
  const streamTimes = createStreamTimes(clock);
  const trace = streamTimes.tap(
    commandLine.trace ? lineTrace((line) => process.stdout.write(line), clock.monotonic) : noTrace,
  );

  // The engine: notices, accounts, signing in.
  const { history, keeper } = createHistory({
    folder: profileDir,
    clock,
    log,
    settings: () => settings().history,
    onUnreadable: () => {
      historyIsReadable = false;
    },
    // May be told before there is anything to show it.
    onDisk: (isWritable) =>
      queueMicrotask(() => {
        if (isWritable) feed.removeBanner('history-disk');
        else feed.setBanner(historyDiskBanner(messages()));
      }),
    onGone: () => {
      feed.noticesReset();
      tray.update();
    },
  });
  const accountLabel = (accountId: string) => {
    const account = accounts.get(accountId);
    return account === undefined || accounts.all().length < 2
      ? null
      : accountHandle(account.stored);
  };
  const bell = new Bell({
    clock,
    history,
    trace,
    messages,
    accountLabel,
    settings,
    desktop: () => surroundings.state,
    localTime,
    listener: {
      onToast: (request) => raiser.raise(request),
      onCloseToast: (id) => raiser.close(id),
      onInsert: (entry) => {
        feed.noticeInserted(entry);
        tray.update();
      },
      onUpdate: (entry) => {
        feed.noticeUpdated(entry);
        tray.update();
      },
      onReset: () => {
        feed.noticesReset();
        tray.update();
      },
      onPause: (until) => {
        profile.change({ pausedUntil: until });
        feed.pauseChanged();
        tray.update();
      },
      onAllReadHere: (accountId) => accounts.get(accountId)?.source?.tellRead(),
    },
  });
  // Where tokens are kept; on Linux the keyring is reached over the session bus.
  const bus = createSessionBus({
    dial: dialBus,
    address: process.platform === 'linux' ? sessionBusAddress(process.env) : null,
    clock,
    log,
  });
  const surroundings = createSurroundings({ sessionBus: bus, clock, log });
  surroundings.onChange(() => bell.surroundingsChanged());
  const cipher = safeStorageCipher(
    process.platform,
    () => openSecretService(bus, clock, log),
    keyFile(join(profileDir, 'secrets.key')),
  );
  const secrets = new Secrets({
    cipher,
    file: secretsFile(join(profileDir, 'secrets.json'), clock.now, log),
    log,
    onChange: () => feed.secretsChanged(),
  });
  const network = createNetwork({
    clock,
    log,
    settings: () => settings().network,
    chromium: chromiumProxies,
    secrets: hidingTokens(secrets, redactor),
    hide: redactor.hide,
    systemCertificates: () => systemCertificates(process.platform),
    onProxyCleaned: (proxy) => void changeSettings({ network: { ...settings().network, proxy } }),
    onWay: () => accounts.reconnect(),
    onState: () => feed.networkChanged(),
  });
  const fetchAsSuzu = fetchAs(userAgent, network.fetch);
  const saving = new SavingMode({
    settings: () => settings().saving,
    desktop: () => surroundings.state,
    onChange: () => {
      accounts.notes.setSparing(saving.reason !== null);
      feed.networkChanged();
    },
  });
  surroundings.onChange(() => saving.look());
  const ownSignIns = new OwnSignIns(clock);
  const accounts = new Accounts({
    store: {
      load: () => profile.get().accounts,
      save: (stored) => profile.change({ accounts: stored }),
    },
    tokens: hidingTokens(secrets, redactor),
    around: {
      clock,
      random: Math.random,
      fetch: fetchAsSuzu,
      socketOpener: streamOpener(userAgent, network.streamAgent),
      bell,
      history,
      log,
      isOwnSignIn: (origin) => ownSignIns.take(origin),
    },
    keepTimelines: commandLine.trace && !safeMode,
    listener: accountEvents({
      trace,
      feed: () => feed,
      renewEmojis: (accountId, names) => images.renewEmojis(accountId, names),
      onChange: () => tray.update(),
    }),
  });
  const signIn = new SignIn({
    clock,
    fetch: fetchAsSuzu,
    uuid: randomUUID,
    openCallback,
    openBrowser: (url) =>
      void openExternal(url, log).then((opened) => {
        const text = messages().error.signInBrowser;
        if (!opened) feed.setBanner({ id: 'browser', severity: 'warning', text });
      }),
    callbackPage: (outcome) => {
      const { title, [outcome]: text } = messages().callback;
      return { language: locale(), title, text };
    },
    onState: (state) => {
      ownSignIns.follow(state);
      feed.signInChanged();
    },
    onAccount: (account) =>
      void accounts.add(account, 'miauth').then((accountId) => {
        feed.go({ view: 'timeline', accountId });
        feed.signInEnded({ phase: 'done', accountId });
        window.show();
      }),
  });
  const demo = new Demo(asset('demo'));
  const startDemo = async () => {
    const { origin, token } = await demo.start();
    const server = parseServerName(origin);
    if (server === null) throw new Error('the demo has no address');
    const user = await createApi({ origin, token, fetch: fetchAsSuzu, clock }).call(
      'i',
      {},
      meSchema,
    );
    const accountId = await accounts.add({ server, token, user }, 'demo');
    feed.go({ view: 'timeline', accountId });
  };

  // The desktop: pictures, toasts, window, tray.
  const isOwnServer = (host: string) =>
    accounts.all().some(({ stored }) => new URL(stored.origin).host === host);
  const images = new Images({
    fetch: fetchAs(
      userAgent,
      network.mediaFetch((host) => (isOwnServer(host) ? lookup : publicLookup(lookup))),
    ),
    clock,
    isOwnServer,
    originOf: (accountId) => accounts.get(accountId)?.stored.origin ?? null,
    isSaving: () => saving.reason !== null,
  });
  const toasts = createToasts({
    backend: toastBackend({
      platform: process.platform,
      bus,
      notifications: {
        isSupported: () => Notification.isSupported(),
        make: (options) => new Notification(options),
      },
      clock,
      log,
      openLabel: () => messages().toast.open,
    }),
    log,
    onResult: (result) => {
      if (created.diagnostics.onToastResult(result)) return;
      if (answerer.onResult(result)) return;
      const toast = bell.onToastResult(bellResult(result));
      if (toast === null) return;
      switch (result.result) {
        case 'clicked':
          return openTarget(toast.accountId, toast.target);
        case 'action':
          return void answerer.answer(toast.id, { kind: 'pressed', actionId: result.actionId });
        case 'replied':
          return void answerer.answer(toast.id, { kind: 'typed', text: result.text });
      }
    },
  });
  const sounds = startSounds({
    bell: asset('sounds/bell.wav'),
    messages,
    volume: () => settings().sound.volume,
    showSample: (toast) =>
      toasts.show({ ...toast, id: 'sample-sound', icon: null, transient: true }),
    onProblem: (text) => {
      if (text === null) feed.removeBanner('sound');
      else feed.setBanner({ id: 'sound', severity: 'warning', text });
    },
  });
  const toastPicture = toastPictures(built('main/webp_dec.wasm'));
  const raiser = new ToastRaiser({
    clock,
    picture: async (url) => {
      const picture = await images.fetch(url);
      return picture && toastPicture(picture);
    },
    show: ({ id, title, body, sound, urgency, answerable }, icon) => {
      toasts.show({
        id,
        title,
        body,
        icon,
        silent: isToastSilent(sound),
        urgency,
        ...(answerable ? answerer.extras(id) : {}),
      });
      sounds.ring(sound);
    },
    close: (id) => toasts.close(id),
    onTakenBack: (id) => bell.onToastResult({ id, result: 'closed', reason: 'read' }),
  });

  const updates = createUpdates({
    settings,
    clock,
    log,
    onChange: () => {
      feed.updateChanged();
      tray.update();
    },
  });

  let windowHasPage = false;
  const window = new SuzuWindow({
    clock,
    log,
    preload: built('preload/preload.cjs'),
    icon: asset('toast/bell.png'),
    size: () => profile.get().window,
    rememberSize: ({ width, height }) => profile.change({ window: { width, height } }),
    scale: () => settings().textSize / 100,
    trayBounds: () => tray.bounds(),
    onSeen: (isSeen) => accounts.notes.setSeen(isSeen),
    onFocus: (isFocused) => surroundings.setWindowFocused(isFocused),
    onHealed: () => crashes.onWindowHealed(),
    onGivenUp: () => crashes.onWindowGivenUp(),
    onDestroyed: () => {
      windowHasPage = false;
      accounts.timelines.watch([]);
      accounts.notes.watch([]);
      feed.windowClosed();
    },
  });
  const feed = new WindowFeed({
    clock,
    accounts,
    bell,
    history,
    images,
    messages,
    locale,
    settings,
    secrets: () => secrets.view(),
    desktop: () => entry.view(),
    update: () => updates.state,
    signIn: () => signIn.state,
    platform: platformOf(process.platform),
    version: app.getVersion(),
    safeMode,
    systemSaysOffline: () => !net.isOnline(),
    network: () => networkView(network.state, saving.reason, messages(), locale()),
    diagnostics: () => created.diagnostics.view(messages(), locale()),
    hasWindow: () => windowHasPage,
    send: (patches) => window.send('suzu:patches', patches),
  });
  const crashes = watchCrashes({
    clock,
    log,
    messages,
    defects,
    run: marker,
    safeMode,
    setBanner: (banner) => feed.setBanner(banner),
    showWindow: () => window.show(),
  });
  const created = createDiagnostics({
    clock,
    log,
    logPath: logPath(),
    accounts,
    fetch: fetchAsSuzu,
    account: {
      streamTime: (accountId) => streamTimes.get(accountId),
      handle: ({ stored: account }) => accountHandle(account),
      wordState: accountStateText,
      wordError: wordApiError,
      proxyFor: (url) => network.proxyFor(url),
    },
    desktop: {
      secrets: () => secrets.view(),
      backend: cipher.backend,
      bus,
      toastBus: process.platform === 'linux' ? bus : null,
      systemToasts: { name: systemName, supported: Notification.isSupported() },
      trayHost: () => trayHost.state(),
      autostart: () => entry.autostartState(),
      startAtLogin: () => settings().startAtLogin,
      desktop: () => surroundings.state,
    },
    computer: {
      profileDir,
      safeMode,
      settingsHadProblem: () => settingsProblems.length > 0,
      historyIsReadable: () => historyIsReadable,
      historyExtent: () => history.extent(),
      lostLogLines: () => log.lost,
      lastRun: marker.lastRun,
      crashDumps: () => crashes.dumps(),
    },
    facts: {
      version: app.getVersion(),
      versions: process.versions,
      platform: process.platform,
      arch: process.arch,
      system: systemName,
      env: process.env,
      packaged: app.isPackaged,
    },
    onChange: () => feed.diagnosticsChanged(),
  });
  const changeSettings = (changes: Partial<Settings>): boolean => {
    const before = settings();
    const kept = profile.change({ settings: { ...settings(), ...changes } });
    applyTheme();
    window.scaleChanged();
    bell.surroundingsChanged();
    void network.apply();
    saving.look();
    updates.settingsChanged();
    if (changes.history !== undefined) void keeper.tidy();
    feed.settingsChanged();
    tray.update();
    entry.settingsChanged(before, settings());
    return kept;
  };
  const { entry, calls: desktopCalls } = createEntry({
    commandLine,
    profile,
    accounts,
    clock,
    log,
    messages,
    settings,
    changeSettings,
    isPaused: () => bell.pausedUntil !== null,
    setBanner: (banner) => feed.setBanner(banner),
    removeBanner: (id) => feed.removeBanner(id),
    onChange: () => feed.desktopChanged(),
    actions: {
      toggleWindow: () => window.toggle(),
      showWindow: () => window.show(),
      pauseUntil: (until) => bell.pauseUntil(until),
      markAllRead: () => void commands.markAllRead(),
      quit: () => app.quit(),
      hasAccount: (accountId) => accounts.get(accountId) !== undefined,
      offerSignIn: (server) => {
        feed.signInEnded({ phase: 'idle', server });
        feed.go({ view: 'sign-in' });
      },
      showNote: (accountId, noteId) => showNote(accountId, noteId),
      showPerson: (accountId, handle) => showPerson(accountId, handle),
    },
  });
  const { commands, openTarget, showNote, showPerson, noticeAnswers } = createCommands({
    accounts,
    bell,
    history,
    feed,
    images,
    signIn,
    clock,
    messages,
    settings,
    sounds,
    openExternal: (url) => openExternal(url, log),
    showWindow: () => window.show(),
    hideWindow: () => window.hide(),
    log,
    chooseExportFile: (format) => chooseExportFile(format, messages(), clock.now()),
    exportHistory: (format, path) => exportHistory(history, format, path),
    changeSettings,
    desktopCalls,
    chooseWeakStorage: (allow) => secrets.chooseWeak(allow),
    diagnosticsCalls: createDiagnosticsCommands({
      messages,
      runDiagnostics: () => created.diagnostics.run(),
      report: (withNames) => created.report(withNames),
      desk: reportDesk,
      logDir: dirname(logPath()),
      showTestToast: () => {
        const { toastTitle, toastBody } = messages().diagnostics.test;
        created.diagnostics.testToastSent();
        toasts.show({ id: testToastId, title: toastTitle, body: toastBody, icon: null });
      },
      restart,
      readAbout: () => readAbout(app.getAppPath()),
      readLicences: () => readLicences(app.getAppPath()),
    }),
    networkCalls: createNetworkCommands({
      network,
      saving,
      clock,
      messages,
      settings,
      changeSettings,
      origins: () => accounts.all().map(({ stored: { origin } }) => origin),
      chooseCertificateFile: () => chooseCertificateFile(messages()),
      readCertificates: (path) => readCertificates(path, clock.now()),
    }),
    startDemo,
    updates,
  });
  const answerer = new ToastAnswerer({
    history,
    messages,
    reaction: (accountId) => toastReaction(accounts.get(accountId)?.stored.emojis.pinned ?? []),
    answers: noticeAnswers,
    commands,
    accountLabel,
    showWindow: () => window.show(),
    show: (toast) =>
      toasts.show({ ...toast, icon: null, silent: isToastSilent(settings().sound.general) }),
  });
  secureSession(pageReader(built('window')), (url, range) => images.serve(url, range));
  handleCalls({
    commands,
    log,
    isTrusted: ({ senderFrame }) => {
      const isOwn = window.isOwn(senderFrame);
      windowHasPage ||= isOwn;
      return isOwn;
    },
  });

  const trayHost =
    process.platform === 'linux'
      ? watchTrayHost(bus, legacyTray(process.env, log))
      : steadyTrayHost;
  const hidden = entry.startsHidden(commandLine);
  const hostNews = patientHost(clock, hidden, (isPresent) => {
    if (isPresent) {
      feed.removeBanner('no-tray');
    } else {
      feed.setBanner(noTrayBanner(messages()));
      window.show();
    }
  });
  const tray = new SuzuTray({
    host: trayHost,
    clock,
    log,
    picturesDir: asset('tray'),
    look: () => {
      const { state } = updates;
      const updateReady = state.name === 'ready' ? state.version : null;
      const model = { accounts: feed.accountViews(), pausedUntil: bell.pausedUntil, updateReady };
      const look = trayLook(model, messages(), locale(), clock.now());
      return safeMode ? safeModeLook(look, messages()) : look;
    },
    onClick: () => window.toggle(),
    onCommand: (command) => {
      switch (command.kind) {
        case 'open':
          return window.show();
        case 'open-account':
          feed.go({ accountId: command.accountId });
          return window.show();
        case 'mark-all-read':
          return void commands.markAllRead();
        case 'pause':
          return commands.pause(command.choice);
        case 'settings':
          feed.go({ view: 'settings' });
          return window.show();
        case 'install-update':
          return updates.restart();
        case 'leave-safe-mode':
          return restart(false);
        case 'quit':
          return app.quit();
      }
    },
    onHost: hostNews.onHost,
  });

  // Set going: what was kept, what the command line brings, and the window if the user wants to see it.
  for (const problem of settingsProblems) feed.setBanner(settingsBanner(problem, messages()));
  for (const error of commandLine.errors) feed.setBanner(commandLineBanner(error, messages()));
  if (!historyIsReadable) feed.setBanner(historyBanner(messages()));
  crashes.tell();
  // Timelines are connected where somebody looks at them; in safe mode nobody is led there.
  if (safeMode) feed.go({ view: 'notices' });
  void network.apply();
  saving.look();
  const trayStarted = tray.start();
  // Not awaited yet: the keyring may wait for its password, and all else is to work meanwhile.
  const started = accounts.start();
  forgetStrangers(history, accounts);
  // After those of accounts that are gone: what was held when Suzu last ended is told now.
  bell.pauseUntil(profile.get().pausedUntil);
  entry.start();
  keeper.start();
  const addAccounts = async ({ accounts: options }: CommandLine) => {
    for (const { server, tokenFile } of options) {
      const file = readTokenFile(tokenFile);
      const text = wordTokenFile(file, tokenFile, messages());
      if (text !== null) {
        log.warn(text);
        feed.setBanner({ id: `token-file-${tokenFile}`, severity: 'warning', text });
      }
      if (file.kind === 'token') await accounts.addByToken(server, file.token);
    }
  };
  onSecondLaunch((again) => {
    void addAccounts(again);
    // Whoever starts Suzu again wants it to work now, not when the backoff allows it.
    accounts.nudge();
    entry.launchedAgain(again);
  });
  const stopWatchingForWake = watchForWake({
    clock,
    isWaiting: () => accounts.all().some(({ state }) => state.name === 'waiting'),
    desktop: surroundings,
    onWake: () => {
      // Its timers stood still meanwhile.
      bell.surroundingsChanged();
      accounts.nudge();
    },
  });
  updates.start();
  app.on('activate', () => window.show());
  app.on('before-quit', () => {
    stopWatchingForWake();
    // Nobody would hear the buttons of toasts that stay.
    toasts.closeAll();
    accounts.stop();
    signIn.cancel();
    bell.stop();
    keeper.stop();
    updates.stop();
    entry.stop();
    hostNews.stop();
    tray.stop();
    profile.backUp();
    surroundings.stop();
    sounds.stop();
    bus.stop();
    window.destroy();
    void demo.stop();
  });
  const opens = !hidden && commandLine.accounts.length === 0;
  if (opens && !commandLine.demo) window.show();
  await trayStarted;
  await started;
  await addAccounts(commandLine);
  profile.backUp();
  // Nothing could be added: whoever waits for it to ring must see why.
  if (!hidden && !commandLine.demo && accounts.all().length === 0) window.show();
  entry.launchedFirst(commandLine);
  onLink((link) => entry.follow(link));
  if (commandLine.demo) {
    await startDemo();
    if (opens) window.show();
  }
}

/** As the command line says; where Suzu died of each of its last starts, the user is asked. */
async function startsInSafeMode(
  { safeMode }: CommandLine,
  { isLoop }: RunMarker,
): Promise<boolean> {
  return safeMode || (isLoop && (await askForSafeMode(systemMessages(), clock)));
}

/** The words before the settings are known. */
function systemMessages() {
  return messagesIn(chooseLocale('system', app.getPreferredSystemLanguages()));
}

function openLog(redactor: Redactor): LogFile {
  return openLogFile({
    path: logPath(),
    now: clock.now,
    redactor,
    echo: (line) => process.stderr.write(line),
  });
}

/** The newest file of the log; the profile is known by then. */
function logPath(): string {
  return join(app.getPath('logs'), 'suzu.log');
}

/** A Suzu that is built halfway rings for nothing: better to say so and end. */
async function startFailed(error: unknown, marker: RunMarker): Promise<void> {
  marker.giveUp();
  const log = openLog(createRedactor());
  log.error('could not start', { stack: error instanceof Error ? (error.stack ?? '') : '' });
  await log.flush();
  await tellStartFailed(String(error), systemMessages(), clock);
}

/** Notices of accounts that are no longer there (the demo's, say) leave no traces. */
function forgetStrangers(history: History, accounts: Accounts): void {
  for (const accountId of history.accountIds()) {
    if (accounts.get(accountId) === undefined) history.forget(accountId);
  }
}

/** The window only tells the three systems apart that Suzu is made for. */
function platformOf(platform: NodeJS.Platform): Snapshot['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
