import { createInterface } from 'node:readline';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { Accounts } from '../../../src-main/engine/misskey/accounts.ts';
import { streamOpener } from '../../../src-main/engine/misskey/link/stream-opener.ts';
import type { StoredAccount } from '../../../src-main/engine/misskey/stored-account.ts';
import { Bell } from '../../../src-main/engine/notices/bell.ts';
import { createHistory } from '../../../src-main/engine/notices/create-history.ts';
import { untoldDesktop } from '../../../src-main/engine/notices/desktop-state.ts';
import { localTime } from '../../../src-main/engine/notices/local-time.ts';
import { defaultSettings } from '../../../src-main/engine/settings/settings.ts';
import { systemClock as clock } from '../../../src-main/engine/streaming/clock.ts';
import { CutOff } from '../../../src-main/engine/streaming/cut-off.ts';
import { lineTrace } from '../../../src-main/engine/trace.ts';
import { memoryLog } from '../memory-log.ts';

/** What the parent writes as one line on stdin when the engine is to run. */
export interface Life {
  /** The profile's. */
  readonly folder: string;
  readonly account: StoredAccount;
  readonly token: string;
}

/**
 * The engine under plain Node, with its trace on stdout, to be killed at any moment: the program has
 * started by the time it is told whose life it has. Its first line tells whether the history could be read.
 */
createInterface({ input: process.stdin }).once('line', (line) => run(JSON.parse(line)));

function run({ folder, account, token }: Life): void {
  let isReadable = true;
  const trace = lineTrace((line) => process.stdout.write(line), clock.monotonic);
  const log = memoryLog();
  const { history } = createHistory({
    folder,
    clock,
    log,
    settings: () => defaultSettings.history,
    onUnreadable: () => {
      isReadable = false;
    },
    onDisk: () => {},
    onGone: () => {},
  });
  process.stdout.write(`${JSON.stringify({ at: 'open', isReadable })}\n`);
  const bell = new Bell({
    clock,
    history,
    trace,
    messages: () => messagesIn('en'),
    accountLabel: () => null,
    settings: () => defaultSettings,
    desktop: () => untoldDesktop,
    localTime,
    listener: {
      onToast: ({ id }) => void bell.onToastResult({ id, result: 'shown' }),
      onCloseToast: () => {},
      onInsert: () => {},
      onUpdate: () => {},
      onReset: () => {},
      onPause: () => {},
      onAllReadHere: () => {},
    },
  });
  let accountsKept: readonly StoredAccount[] = [account];
  const accounts = new Accounts({
    cutOff: new CutOff(),
    store: {
      load: () => accountsKept,
      save: (stored) => {
        accountsKept = stored;
      },
    },
    tokens: { load: async () => token, save: async () => {}, forget: async () => {} },
    keepTimelines: false,
    around: {
      clock,
      random: () => 0,
      fetch,
      socketOpener: streamOpener('Suzu/test'),
      bell,
      history,
      log,
      isOwnSignIn: () => false,
    },
    listener: {
      onAccounts: () => {},
      onState: (id, { name }) => trace({ at: 'stream', account: id, state: name }),
      onTimelineChange: () => {},
      onTimelineClosed: () => {},
      onRelation: () => {},
      onNoteUpdate: () => {},
      onEmojis: () => {},
      onNoteRemove: () => {},
    },
  });
  void accounts.start();
}
