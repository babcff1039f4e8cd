import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { HistorySettings } from '../settings/settings.ts';
import type { Clock } from '../streaming/clock.ts';
import { type History, openHistory } from './history.ts';
import { HistoryArchive } from './history-archive.ts';
import { historyFile } from './history-file.ts';
import { historyFolder } from './history-folder.ts';
import { HistoryKeeper } from './history-keeper.ts';

export interface CreateHistoryOptions {
  /** The profile's. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => HistorySettings;
  /** The history cannot be read; this run is kept in memory only. Called before this returns. */
  readonly onUnreadable: () => void;
  /** Whether notices reach the disk, each time that this changes. */
  readonly onDisk: (isWritable: boolean) => void;
  /** Notices that were too old or too many are gone. */
  readonly onGone: () => void;
}

/** The history of a profile on the disk, and who lets old notices go. */
export function createHistory(options: CreateHistoryOptions): {
  readonly history: History;
  readonly keeper: HistoryKeeper;
} {
  const { folder, log, onUnreadable, onDisk } = options;
  const history = openHistory(historyFile(join(folder, 'history.jsonl')), log, onUnreadable, {
    archive: new HistoryArchive(historyFolder(join(folder, 'history'))),
    onDisk,
  });
  return { history, keeper: new HistoryKeeper({ ...options, history }) };
}
