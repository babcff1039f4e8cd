import { History } from '../../src-main/engine/notices/history.ts';
import type { Notice } from '../../src-main/engine/notices/notice.ts';
import type { Decision } from '../../src-main/engine/notices/rules.ts';
import type { FakeLineFile } from './line-file.ts';
import { memoryLog } from './memory-log.ts';
import { aNotice, bob } from './samples.ts';

export const alice = 'alice@example.social';
export const other = 'alice@other.example';
export const shown: Decision = { decision: 'shown', reason: 'live' };

/** The history that a file holds, as a new start finds it. */
export const open = (file: FakeLineFile, log = memoryLog()) => new History(file, log);
/** The server's ids, newest first. */
export const idsOf = (history: History, limit = 10_000) =>
  history.newest(limit).map(({ notice }) => notice.sourceId);

/** A notice with every part filled. */
export const full: Notice = {
  ...aNotice('full'),
  type: 'reaction',
  person: {
    ...bob,
    host: 'far.example',
    emojis: { blob: 'https://far.example/b.png' },
    isCat: true,
  },
  reaction: { code: ':blob@far.example:', url: 'https://far.example/blob.png' },
  note: {
    id: 'note-1',
    text: 'words 🔔',
    cw: 'cw',
    hidden: true,
    direct: true,
    files: 2,
    poll: true,
  },
  others: 2,
  detail: 'detail',
  heading: 'heading',
  nuance: 'request-accepted',
  iconUrl: 'https://example.social/icon.png',
  target: { kind: 'note', noteId: 'note-1' },
};
