/** What the diagnostics find, safe mode, and crashes. */
export const diagnosticsEn = {
  title: {
    server: (host: string) => `Server ${host}`,
    stream: (handle: string) => `Connection of ${handle}`,
    token: (handle: string) => `Access of ${handle}`,
    proxy: (host: string) => `Way to ${host}`,
    clock: 'Clock',
    keyring: 'Keyring',
    toasts: 'Notifications of the desktop',
    tray: 'Tray',
    autostart: 'Start at login',
    doNotDisturb: 'Do not disturb',
    settings: 'Settings file',
    history: 'History',
    disk: 'Disk space',
    log: 'Log',
    lastRun: 'The last run',
  },
  timedOut: 'There was no answer in time.',
  threw: 'This could not be looked at.',
  tryAgain: 'Check again. If it stays so, the log says more.',
  server: {
    works: (software: string, ms: string) => `It answers in ${ms} ms (${software}).`,
    slow: (software: string, ms: string) => `It answers slowly: ${ms} ms (${software}).`,
    slowAdvice: 'The server or the network is busy. Notifications may come late.',
  },
  stream: {
    since: (state: string, since: string) => `${state} (since ${since})`,
    often: (state: string, since: string, count: string) =>
      `${state} (since ${since}; connected ${count} times on this run)`,
    oftenAdvice:
      'The connection breaks often: a weak network, or a proxy that cuts idle connections.',
    waitAdvice: 'Suzu tries again by itself. See whether the server and the way to it work.',
    signInAdvice: 'Open the accounts in the settings and sign in again.',
  },
  feed: {
    refusedAdvice: 'Open the feed under Settings → Feeds.',
    ruleAdvice:
      'What was worded for it cannot be read. Mend it under Settings → Feeds; until then, it rings with plain words.',
  },
  token: {
    works: 'The access token is valid; notifications may be read, and answers may be sent.',
    readOnly: 'The access token is valid, but Suzu may not answer with it.',
    readOnlyAdvice: 'Sign in again to be able to reply, react and follow from Suzu.',
    noNotifications: 'The access token may not read notifications.',
    invalid: 'The server does not know the access token any more.',
    missing: 'There is no access token that could be read.',
    guest: 'A guest needs no access.',
    signIn: 'Sign in again.',
  },
  proxy: {
    direct: 'The server is reached directly.',
    through: (proxy: string) => `The server is reached through a proxy: ${proxy}`,
    failed: 'The proxy for this server could not be found out.',
    failedAdvice: 'Check the proxy under Settings, Network.',
  },
  clock: {
    works: (seconds: string) => `It differs from the servers’ by ${seconds} s at most.`,
    off: (seconds: string) => `It differs from a server’s by ${seconds} s.`,
    offAdvice:
      'Set this computer’s clock, or let it be set over the network. Else ages and quiet hours are wrong.',
    unknown: 'No server told the time.',
  },
  keyring: {
    works: (backend: string) => `Access tokens are locked away in the keyring (${backend}).`,
    gone: (backend: string) => `The keyring (${backend}) does not answer.`,
    weak: 'There is no keyring: access tokens are kept on this computer, only lightly scrambled.',
    session: 'There is no keyring: access tokens are forgotten when Suzu quits.',
    advice: 'Start or unlock the keyring (GNOME Keyring, KWallet), then start Suzu again.',
  },
  toasts: {
    works: (name: string) => `${name} shows them.`,
    abilities: (name: string, abilities: string) => `${name} shows them (${abilities}).`,
    noButtons: (name: string, abilities: string) =>
      `${name} shows them, without buttons (${abilities}).`,
    noButtonsAdvice: 'Answer in Suzu’s window instead: a click on the tray icon opens it.',
    none: 'Nothing on this desktop shows notifications.',
    noneAdvice:
      'Start your desktop’s notification service, or install one (dunst, mako, xfce4-notifyd).',
    silent: 'The notification service is there but does not answer.',
    silentAdvice: 'Restart the notification service, or log out and in again.',
    noBus: 'There is no session bus, over which notifications are shown.',
    noBusAdvice: 'Start Suzu from within your desktop session.',
    unsupported: 'This system shows no notifications for Suzu.',
    unsupportedAdvice: 'Allow notifications for Suzu in the system’s settings.',
  },
  test: {
    toastTitle: 'The bell works',
    toastBody: 'This is what a notification of Suzu looks like.',
    sent: 'The test notification was sent; the desktop has not confirmed it yet.',
    shown: 'The desktop says that the test notification was shown.',
    closed: 'The test notification was shown, and closed again.',
    clicked: 'The test notification was shown, and you clicked it.',
    failed: (reason: string) => `The test notification was not shown: ${reason}`,
  },
  tray: {
    works: 'The desktop shows Suzu’s icon.',
    none: 'This desktop shows no tray icons.',
    noneAdvice:
      'On GNOME, add the extension “AppIndicator and KStatusNotifierItem Support”. Starting Suzu again always opens its window.',
    unknown: 'The desktop does not tell whether it shows tray icons.',
  },
  autostart: {
    off: 'Suzu does not start by itself.',
    tray: 'Suzu starts in the tray when you log in.',
    window: 'Suzu starts with its window when you log in.',
    disabled: 'It is switched off by the desktop’s own means.',
    otherProfile: 'Another profile of Suzu starts at login.',
    foreign: 'There is an entry that Suzu did not write, or that was edited; Suzu leaves it alone.',
    needsApproval: 'The system waits for you to allow it.',
    missing: 'It is switched on in Suzu, but the desktop has no entry for it.',
    advice: 'Look at Settings, Start-up.',
  },
  doNotDisturb: {
    on: 'It is on: the desktop tells, and Suzu heeds it.',
    off: 'It is off: the desktop tells, and Suzu would heed it.',
    unknown: 'The desktop does not tell whether it is on.',
  },
  settings: {
    works: 'It can be read and written.',
    notWritable: 'It cannot be written: changes last until Suzu quits.',
    notWritableAdvice: (folder: string) =>
      `Check the permissions of ${folder} and whether the disk is full.`,
    problem: 'Something was wrong with it at the start; it was put right.',
    problemAdvice: 'Look through the settings: some may be back at their defaults.',
    safe: 'Safe mode leaves it alone; changes last until Suzu quits.',
  },
  history: {
    works: (entries: string, size: string) => `${entries} notices, ${size} on the disk.`,
    unreadable: 'The kept notices could not be read; Suzu started without them.',
    unreadableAdvice: (folder: string) => `Check the permissions of ${folder}.`,
  },
  disk: {
    works: (size: string) => `${size} are free.`,
    low: (size: string) => `Only ${size} are free.`,
    lowAdvice: 'Make room: without it Suzu cannot keep notices and settings.',
  },
  log: {
    works: 'It is written.',
    lost: (count: string) => `${count} lines could not be written.`,
    lostAdvice: (folder: string) =>
      `Check the permissions of ${folder} and whether the disk is full.`,
  },
  lastRun: {
    ended: 'It ended as it should.',
    wentDown: 'It ended with the computer.',
    died: (began: string) =>
      `It began ${began} and did not end as it should: it crashed or was killed.`,
    diedAdvice: 'Copy the report below and tell the developers what you were doing.',
    dumps: (count: string) =>
      `${count} crash records are on this computer. They never leave it by themselves.`,
  },
  fact: {
    version: 'Version',
    runtime: 'Built on',
    system: 'System',
    desktop: 'Desktop',
    display: 'Display',
    language: 'Language',
    running: 'Running for',
    profile: 'Profile folder',
  },
  safeMode: {
    banner:
      'Suzu runs in safe mode: without graphics acceleration, with default rules, looks and sounds. Your settings are untouched.',
    tray: 'Safe mode',
    leave: 'Restart in normal mode',
  },
  crash: {
    died: 'Suzu did not end as it should the last time. The diagnostics in the settings tell more.',
    windowHealed: 'This window crashed and was opened again. Nothing was lost.',
    defect: 'Something in Suzu went wrong. It goes on; if it behaves oddly, restart it.',
    windowTitle: 'Suzu’s window keeps crashing',
    windowText:
      'Suzu itself goes on and rings as before. Safe mode may help: it does without graphics acceleration.',
    loopTitle: 'Suzu has crashed at each of its last starts',
    loopText:
      'Safe mode starts it without graphics acceleration and with default rules, looks and sounds. Your settings stay untouched.',
    startTitle: 'Suzu could not start',
    startText: (reason: string) =>
      `What went wrong: ${reason}\nThe log says more. Safe mode may help.`,
    safe: 'Start in safe mode',
    normal: 'Start normally',
    again: 'Open it again',
    close: 'Close',
    quit: 'Quit',
  },
  failed: {
    copy: 'The report could not be copied. Save it to a file instead.',
    save: 'The report could not be written there. Choose another folder.',
    folder: (folder: string) => `The folder could not be opened. It is ${folder}.`,
    licences: 'The list of licences is not here: it comes with the installed app.',
  },
};
