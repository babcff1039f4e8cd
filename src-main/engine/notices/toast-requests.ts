import type { Messages } from '../messages/index.ts';
import type { ToastRequest } from './bell.ts';
import { wordGroup, wordReactions } from './group-wording.ts';
import { membersOf, type Row } from './groups.ts';
import type { Notice } from './notice.ts';
import { type Wording, withLabel, wordDigest } from './wording.ts';

/** The language in use, and how to name the account on its toasts (null while there is only one). */
export interface Speech {
  readonly messages: Messages;
  readonly label: string | null;
}

/** The toast of a notice, or of a group as it stands now: always under the id that the group began with. */
export function requestForRow(row: Row, speech: Speech): ToastRequest {
  const [{ notice, group }] = row;
  const members = membersOf(row.map((entry) => entry.notice));
  const wording = wordGroup(notice, members, speech.messages);
  // A row shows the reactions as pictures; a toast has only words for them.
  const reactions = members.length > 1 ? wordReactions(members) : '';
  const body = [reactions, wording.body].filter((part) => part !== '').join('\n');
  return {
    id: group,
    accountId: notice.accountId,
    ...labelled({ ...wording, body }, speech),
    iconUrls: [notice.reaction?.url, notice.iconUrl, notice.person?.avatarUrl].filter(
      (url): url is string => typeof url === 'string',
    ),
    target: notice.target,
  };
}

/** The many notices of a gap in one toast, which opens the list of notices. */
export function requestForDigest(
  accountId: string,
  notices: readonly Notice[],
  why: 'missed' | 'paused',
  speech: Speech,
): ToastRequest {
  return {
    id: `${accountId}/digest/${notices.at(-1)?.sourceId ?? ''}`,
    accountId,
    ...labelled(wordDigest(notices, why, speech.messages), speech),
    iconUrls: [],
    target: null,
  };
}

function labelled(wording: Wording, { label }: Speech): Wording {
  return label === null ? wording : withLabel(wording, label);
}
