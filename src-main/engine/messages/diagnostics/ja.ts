import type { diagnosticsEn } from './en.ts';

export const diagnosticsJa: typeof diagnosticsEn = {
  title: {
    server: (host) => `サーバー ${host}`,
    stream: (handle) => `${handle} の接続`,
    token: (handle) => `${handle} のアクセス権`,
    proxy: (host) => `${host} への経路`,
    clock: '時計',
    keyring: 'キーリング',
    toasts: 'デスクトップの通知',
    tray: 'トレイ',
    autostart: 'ログイン時の起動',
    doNotDisturb: 'おやすみモード',
    settings: '設定ファイル',
    history: '履歴',
    disk: 'ディスクの空き容量',
    log: 'ログ',
    lastRun: '前回の実行',
  },
  timedOut: '時間内に応答がありませんでした。',
  threw: '確認できませんでした。',
  tryAgain: 'もう一度確認してください。続く場合はログに詳細があります。',
  server: {
    works: (software, ms) => `${ms} ミリ秒で応答しています（${software}）。`,
    slow: (software, ms) => `応答が遅くなっています: ${ms} ミリ秒（${software}）。`,
    slowAdvice: 'サーバーかネットワークが混み合っています。通知が遅れることがあります。',
  },
  stream: {
    since: (state, since) => `${state}（${since} から）`,
    often: (state, since, count) => `${state}（${since} から。起動後の接続回数: ${count}）`,
    oftenAdvice:
      '接続がよく切れています。電波が弱いか、プロキシが通信のない接続を切っている可能性があります。',
    waitAdvice: 'Suzu は自動で再接続します。サーバーとそこまでの経路の項目を確認してください。',
    signInAdvice: '設定のアカウントを開き、もう一度サインインしてください。',
  },
  feed: {
    refusedAdvice: '「設定」→「フィード」でこのフィードを開いてください。',
    ruleAdvice:
      '設定した文面を読み取れません。「設定」→「フィード」で直してください。それまでは標準の文面で鳴ります。',
  },
  token: {
    works: 'アクセストークンは有効です。通知の読み取りと返信ができます。',
    readOnly: 'アクセストークンは有効ですが、Suzu から返信することはできません。',
    readOnlyAdvice:
      'Suzu から返信・リアクション・フォローをするには、もう一度サインインしてください。',
    noNotifications: 'このアクセストークンでは通知を読み取れません。',
    invalid: 'サーバーはこのアクセストークンをもう受け付けません。',
    missing: '読み取れるアクセストークンがありません。',
    guest: 'ゲストにアクセストークンは要りません。',
    signIn: 'もう一度サインインしてください。',
  },
  proxy: {
    direct: 'サーバーに直接つながります。',
    through: (proxy) => `プロキシを通してつながります: ${proxy}`,
    failed: 'このサーバーに使うプロキシがわかりませんでした。',
    failedAdvice: '設定の「ネットワーク」でプロキシを確認してください。',
  },
  clock: {
    works: (seconds) => `サーバーの時計との差は ${seconds} 秒以内です。`,
    off: (seconds) => `サーバーの時計と ${seconds} 秒ずれています。`,
    offAdvice:
      'このコンピューターの時計を合わせるか、自動設定を有効にしてください。ずれていると、経過時間や通知を控える時間帯が正しくなりません。',
    unknown: '時刻を知らせたサーバーがありません。',
  },
  keyring: {
    works: (backend) => `アクセストークンはキーリング（${backend}）に保管されています。`,
    gone: (backend) => `キーリング（${backend}）が応答しません。`,
    weak: 'キーリングがありません。アクセストークンは簡単な暗号化だけでこのコンピューターに保存されています。',
    session: 'キーリングがありません。アクセストークンは Suzu を終了すると消えます。',
    advice:
      'キーリング（GNOME Keyring、KWallet）を起動するかロックを解除してから、Suzu を起動し直してください。',
  },
  toasts: {
    works: (name) => `${name} が表示します。`,
    abilities: (name, abilities) => `${name} が表示します（${abilities}）。`,
    noButtons: (name, abilities) => `${name} がボタンなしで表示します（${abilities}）。`,
    noButtonsAdvice:
      '返信は Suzu のウィンドウから行ってください。トレイアイコンをクリックすると開きます。',
    none: 'このデスクトップには通知を表示するものがありません。',
    noneAdvice:
      'デスクトップの通知サービスを起動するか、インストールしてください（dunst、mako、xfce4-notifyd など）。',
    silent: '通知サービスはありますが、応答しません。',
    silentAdvice: '通知サービスを再起動するか、ログインし直してください。',
    noBus: '通知の表示に必要なセッションバスがありません。',
    noBusAdvice: 'デスクトップにログインした状態で Suzu を起動してください。',
    unsupported: 'このシステムでは Suzu の通知が表示されません。',
    unsupportedAdvice: 'システムの設定で Suzu の通知を許可してください。',
  },
  test: {
    toastTitle: '鈴が鳴りました',
    toastBody: 'Suzu の通知はこのように表示されます。',
    sent: 'テスト通知を送りました。デスクトップからの確認を待っています。',
    shown: 'テスト通知が表示されたと、デスクトップが知らせました。',
    closed: 'テスト通知が表示され、閉じられました。',
    clicked: 'テスト通知が表示され、クリックされました。',
    failed: (reason) => `テスト通知は表示されませんでした: ${reason}`,
  },
  tray: {
    works: 'デスクトップに Suzu のアイコンが表示されています。',
    none: 'このデスクトップはトレイアイコンを表示しません。',
    noneAdvice:
      'GNOME では、拡張機能「AppIndicator and KStatusNotifierItem Support」を追加してください。Suzu をもう一度起動すると、いつでもウィンドウが開きます。',
    unknown: 'トレイアイコンが表示されるかどうか、デスクトップからわかりません。',
  },
  autostart: {
    off: 'Suzu は自動では起動しません。',
    tray: 'ログイン時に、トレイで起動します。',
    window: 'ログイン時に、ウィンドウを開いて起動します。',
    disabled: 'デスクトップ側の設定で無効になっています。',
    otherProfile: 'ログイン時には Suzu の別のプロファイルが起動します。',
    foreign:
      'Suzu が作ったものではない、または編集された項目があります。Suzu はそのままにしています。',
    needsApproval: 'システムが許可を待っています。',
    missing: 'Suzu ではオンですが、デスクトップ側に項目がありません。',
    advice: '設定の「起動」を確認してください。',
  },
  doNotDisturb: {
    on: 'オンです。Suzu はこれに従っています。',
    off: 'オフです。オンになれば Suzu はこれに従います。',
    unknown: 'オンかどうか、デスクトップからわかりません。',
  },
  settings: {
    works: '読み書きできます。',
    notWritable: '書き込めません。変更は Suzu を終了するまで有効です。',
    notWritableAdvice: (folder) => `${folder} の権限と、ディスクの空き容量を確認してください。`,
    problem: '起動時にファイルに問題があり、修復されました。',
    problemAdvice: '設定を見直してください。初期値に戻ったものがあるかもしれません。',
    safe: 'セーフモードでは書き換えません。変更は Suzu を終了するまで有効です。',
  },
  history: {
    works: (entries, size) => `${entries} 件、ディスク上で ${size} です。`,
    unreadable: '保存された通知を読み取れなかったため、空の状態で起動しました。',
    unreadableAdvice: (folder) => `${folder} の権限を確認してください。`,
  },
  disk: {
    works: (size) => `${size} 空いています。`,
    low: (size) => `空きが ${size} しかありません。`,
    lowAdvice: '空きを作ってください。このままでは通知や設定を保存できません。',
  },
  log: {
    works: '書き込まれています。',
    lost: (count) => `${count} 行を書き込めませんでした。`,
    lostAdvice: (folder) => `${folder} の権限と、ディスクの空き容量を確認してください。`,
  },
  lastRun: {
    ended: '正常に終了しました。',
    wentDown: 'コンピューターと同時に終了しました。',
    died: (began) => `${began} に起動し、正常に終了しませんでした（クラッシュまたは強制終了）。`,
    diedAdvice: '下のレポートをコピーして、何をしていたかとともに開発者に知らせてください。',
    dumps: (count) =>
      `クラッシュの記録がこのコンピューターに ${count} 件あります。自動で送られることはありません。`,
  },
  fact: {
    version: 'バージョン',
    runtime: '実行環境',
    system: 'システム',
    desktop: 'デスクトップ',
    display: 'ディスプレイ',
    language: '言語',
    running: '起動してから',
    profile: 'プロファイルのフォルダー',
  },
  safeMode: {
    banner:
      'Suzu はセーフモードで動いています。グラフィックの高速化を使わず、ルール・外観・音は初期値です。設定ファイルはそのままです。',
    tray: 'セーフモード',
    leave: '通常モードで再起動',
  },
  crash: {
    died: '前回、Suzu は正常に終了しませんでした。設定の「診断」で詳細を確認できます。',
    windowHealed: 'ウィンドウがクラッシュしたため、開き直しました。失われたものはありません。',
    defect:
      'Suzu の内部で問題が起きました。動作は続いていますが、様子がおかしいときは再起動してください。',
    windowTitle: 'Suzu のウィンドウが何度もクラッシュしています',
    windowText:
      'Suzu 自体は動き続け、通知も届きます。グラフィックの高速化を使わないセーフモードで直ることがあります。',
    loopTitle: 'Suzu が起動のたびにクラッシュしています',
    loopText:
      'セーフモードでは、グラフィックの高速化を使わず、ルール・外観・音を初期値にして起動します。設定はそのまま残ります。',
    startTitle: 'Suzu を起動できませんでした',
    startText: (reason) =>
      `起きたこと: ${reason}\n詳細はログにあります。セーフモードで直ることがあります。`,
    safe: 'セーフモードで起動',
    normal: '通常どおり起動',
    again: 'もう一度開く',
    close: '閉じる',
    quit: '終了',
  },
  failed: {
    copy: 'レポートをコピーできませんでした。ファイルに保存してください。',
    save: 'その場所にレポートを保存できませんでした。別のフォルダーを選んでください。',
    folder: (folder) => `フォルダーを開けませんでした。場所は ${folder} です。`,
    licences: 'ライセンスの一覧がここにはありません。インストール版に付属しています。',
  },
};
