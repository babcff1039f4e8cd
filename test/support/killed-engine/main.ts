import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cursorFile } from '../../../src-main/engine/feeds/cursor-file.ts';
import { Cursors } from '../../../src-main/engine/feeds/cursors.ts';
import { Feeds } from '../../../src-main/engine/feeds/feeds.ts';
import { feedPresets } from '../../../src-main/engine/feeds/preset-list.ts';
import { createSseLink } from '../../../src-main/engine/feeds/sse/sse-link.ts';
import type { StoredFeed } from '../../../src-main/engine/feeds/stored-feed.ts';
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
  readonly account: StoredAccount | null;
  readonly token: string;
  /** An event stream; null = none. */
  readonly feed: StoredFeed | null;
}

/**
 * The engine under plain Node, with its trace on stdout, to be killed at any moment: the program has
 * started by the time it is told whose life it has. Its first line tells whether the history could be read.
 */
createInterface({ input: process.stdin }).once('line', (line) => run(JSON.parse(line)));

function run({ folder, account, token, feed }: Life): void {
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
  let accountsKept: readonly StoredAccount[] = account === null ? [] : [account];
  const cutOff = new CutOff();
  const accounts = new Accounts({
    cutOff,
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
  let feedsKept: readonly StoredFeed[] = feed === null ? [] : [feed];
  const feeds = new Feeds({
    store: {
      load: () => feedsKept,
      save: (stored) => {
        feedsKept = stored;
      },
    },
    tokens: { load: async () => null, save: async () => {}, forget: async () => {} },
    cursors: new Cursors({ file: cursorFile(join(folder, 'feed-cursors.json')), clock, log }),
    presets: feedPresets([]),
    around: {
      clock,
      random: () => 0,
      fetch,
      streamFetch: fetch,
      agent: () => {
        throw new Error('an event stream needs none');
      },
      userAgent: 'Suzu/test',
      openLink: (connection, access) => {
        if (connection.system !== 'sse') throw new Error('only event streams live here');
        return createSseLink(connection, access);
      },
      bell,
      history,
      log,
    },
    cutOff,
    takenColors: () => [],
    listener: {
      onFeeds: () => {},
      onState: (id, state) => {
        if (state !== null) trace({ at: 'stream', account: id, state: state.name });
      },
      onEvents: () => {},
    },
  });
  void feeds.start();
}
