import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoServer } from '../../src-main/demo/server.ts';
import type { Network } from '../../src-main/desktop/network/network.ts';
import type { Fetch } from '../../src-main/engine/fetch.ts';
import { messagesIn } from '../../src-main/engine/messages/index.ts';
import { Accounts } from '../../src-main/engine/misskey/accounts.ts';
import { OwnSignIns } from '../../src-main/engine/misskey/inbox/own-sign-ins.ts';
import { streamOpener } from '../../src-main/engine/misskey/link/stream-opener.ts';
import { openCallback } from '../../src-main/engine/misskey/sign-in/miauth-callback.ts';
import { SignIn } from '../../src-main/engine/misskey/sign-in/sign-in.ts';
import type { StoredAccount } from '../../src-main/engine/misskey/stored-account.ts';
import { Bell } from '../../src-main/engine/notices/bell.ts';
import { untoldDesktop } from '../../src-main/engine/notices/desktop-state.ts';
import { History } from '../../src-main/engine/notices/history.ts';
import { historyFile } from '../../src-main/engine/notices/history-file.ts';
import { localTime } from '../../src-main/engine/notices/local-time.ts';
import type { ToastRequest } from '../../src-main/engine/notices/toast-requests.ts';
import { defaultSettings } from '../../src-main/engine/settings/settings.ts';
import { type Clock, systemClock } from '../../src-main/engine/streaming/clock.ts';
import { CutOff } from '../../src-main/engine/streaming/cut-off.ts';
import type { TimelineChange } from '../../src-main/engine/timeline/timeline.ts';
import type { TokenStore } from '../../src-main/engine/token-store.ts';
import type { TraceEvent } from '../../src-main/engine/trace.ts';
import { demoPictures } from './demo.ts';
import { memoryLog } from './memory-log.ts';

/** What one profile keeps between two runs of the engine. */
export interface Profile {
  /** A folder of its own; the history lies in it. */
  readonly folder: string;
  accounts: readonly StoredAccount[];
  readonly tokens: Map<string, string>;
}

export const emptyProfile = (folder: string): Profile => ({
  folder,
  accounts: [],
  tokens: new Map(),
});

/** A demo server whose clock is the computer's. */
export const liveDemoServer = () => createDemoServer({ picturesDir: demoPictures });

/**
 * The engine as the app builds it, on real sockets and a real disk, with delays as short as they may be;
 * the clock is the computer's, unless a test moves one of its own. Everything it tells is kept, and can
 * be waited for.
 *
 * @param network what it reaches its servers by; straight by default.
 */
export function liveEngine(
  profile: Profile,
  clock: Clock = systemClock,
  network: Pick<Network, 'fetch' | 'streamAgent'> | null = null,
) {
  const log = memoryLog();
  const trace: TraceEvent[] = [];
  const toasts: ToastRequest[] = [];
  const closed: string[] = [];
  const changes: TimelineChange[] = [];
  const opened: string[] = [];
  let onTheWay = 0;
  const sent: { readonly endpoint: string; readonly body: string }[] = [];
  const waiting = new Set<() => void>();
  const happened = () => {
    for (const look of [...waiting]) look();
  };

  const file = historyFile(join(profile.folder, 'history.jsonl'));
  const history = new History(
    {
      ...file,
      append(line) {
        file.append(line);
        // A baseline is told to nobody; that it was kept shows here.
        happened();
      },
    },
    log,
  );
  const bell = new Bell({
    clock,
    history,
    trace: (event) => void trace.push(event),
    messages: () => messagesIn('en'),
    accountLabel: () => null,
    settings: () => defaultSettings,
    desktop: () => untoldDesktop,
    localTime,
    listener: {
      onToast: (toast) => {
        toasts.push(toast);
        bell.onToastResult({ id: toast.id, result: 'shown' });
        happened();
      },
      onCloseToast: (id) => {
        closed.push(id);
        bell.onToastResult({ id, result: 'closed' });
        happened();
      },
      onInsert: happened,
      onUpdate: happened,
      onReset: happened,
      onPause: happened,
      onAllReadHere: (accountId) => accounts.get(accountId)?.source?.tellRead(),
    },
  });
  const tokens: TokenStore = {
    load: async (id) => profile.tokens.get(id) ?? null,
    save: async (id, token) => void profile.tokens.set(id, token),
    forget: async (id) => void profile.tokens.delete(id),
  };
  const plainFetch: Fetch = (url, init) => {
    sent.push({ endpoint: new URL(url).pathname.replace('/api/', ''), body: String(init.body) });
    onTheWay += 1;
    // Whoever asked lets go with this once the answer is read, too.
    init.signal?.addEventListener('abort', () => {
      onTheWay -= 1;
    });
    return (network?.fetch ?? fetch)(url, init);
  };
  const ownSignIns = new OwnSignIns(clock);
  const accounts = new Accounts({
    cutOff: new CutOff(),
    store: {
      load: () => profile.accounts,
      save: (stored) => {
        profile.accounts = stored;
      },
    },
    tokens,
    keepTimelines: false,
    around: {
      clock,
      random: () => 0,
      fetch: plainFetch,
      socketOpener: streamOpener(
        'Suzu/test',
        network === null ? undefined : (origin) => network.streamAgent(origin),
      ),
      bell,
      history,
      log,
      isOwnSignIn: (origin) => ownSignIns.take(origin),
    },
    listener: {
      onAccounts: happened,
      onState: (account, state) => {
        const reason = 'reason' in state ? { reason: state.reason } : {};
        trace.push({ at: 'stream', account, state: state.name, ...reason });
        happened();
      },
      onTimelineChange: (_account, _key, change) => {
        changes.push(change);
        happened();
      },
      onTimelineClosed: happened,
      onRelation: happened,
      onNoteUpdate: happened,
      onEmojis: happened,
      onNoteRemove: happened,
    },
  });
  const signIn = new SignIn({
    clock,
    fetch: plainFetch,
    uuid: randomUUID,
    openCallback,
    openBrowser: (url) => {
      opened.push(url);
      happened();
    },
    callbackPage: (outcome) => ({ language: 'en', title: 'Suzu', text: outcome }),
    onState: (state) => {
      ownSignIns.follow(state);
      happened();
    },
    onAccount: (account) => void accounts.add(account, 'miauth').then(happened),
  });

  const waitFor = <Value>(look: () => Value | undefined | null | false): Promise<Value> =>
    new Promise((resolve) => {
      const check = () => {
        const found = look();
        if (found === undefined || found === null || found === false) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });

  return {
    accounts,
    signIn,
    bell,
    history,
    log,
    trace,
    toasts,
    closed,
    changes,
    opened,
    /** Every call of the API, with its body as it was sent. */
    sent,
    /** How many of them were not answered yet. */
    get onTheWay() {
      return onTheWay;
    },
    /** Waits until something is found; looked for whenever the engine tells anything. */
    waitFor,
    /** Waits until the account is in this state. */
    waitForState: (accountId: string, name: string) =>
      waitFor(() => {
        const state = accounts.get(accountId)?.state;
        return state?.name === name ? state : null;
      }),
    /** Waits until the first connect has set the baseline, so that what comes now rings. */
    waitForBaseline: (accountId: string) =>
      waitFor(() => history.hasBaseline(accountId) && accounts.get(accountId)?.me),
    /** Ids that the source gave, of every notice that is kept, oldest first. */
    kept: () =>
      history
        .newest(10_000)
        .map(({ notice }) => notice.sourceId)
        .reverse(),
    /** The history as it is on the disk. */
    onDisk: () => readFileSync(join(profile.folder, 'history.jsonl'), 'utf8'),
    stop() {
      accounts.stop();
      signIn.cancel();
      bell.stop();
    },
  };
}

export type LiveEngine = ReturnType<typeof liveEngine>;
