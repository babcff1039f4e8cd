import * as v from 'valibot';
import { type Dialect, misskey } from './dialect.ts';

/** Sharkey counts what its clients do. */
export const sharkey: Dialect = {
  ...misskey,
  software: 'sharkey',
  version: '2025.4.6',
  connects: { windowMs: 60_000, max: 20, gapMs: 1_000 },
  messagesPerSecond: 100,
  messagesBeforeClosing: 4_096,
  tellsReplies: true,
};

const noted = v.object({ id: v.string(), visibility: v.string() });

/** CherryPick and yojo-art tell apart what is unread, as servers of the v12 era did. */
export const cherrypick: Dialect = {
  ...misskey,
  software: 'cherrypick',
  version: '4.17.0',
  mainFrames(type, body) {
    const note = type === 'mention' ? v.safeParse(noted, body) : null;
    if (!note?.success) {
      return type === 'readAllNotifications'
        ? [
            [type, body],
            ['readAllUnreadMentions', null],
            ['readAllUnreadSpecifiedNotes', null],
          ]
        : [[type, body]];
    }
    const { id, visibility } = note.output;
    return [
      [type, body],
      ['unreadMention', id],
      ...(visibility === 'specified' ? [['unreadSpecifiedNote', id] as const] : []),
    ];
  },
};

/** MisskeyIO differs in the types of its notifications alone, which tests raise themselves. */
export const misskeyio: Dialect = { ...misskey, version: '2025.11.1-io.1' };
