import { expect, test } from 'vitest';
import { en } from '../../../src-main/engine/messages/en.ts';
import type { Row } from '../../../src-main/engine/notices/groups.ts';
import type { HistoryEntry } from '../../../src-main/engine/notices/history.ts';
import type { NoteExcerpt, Notice } from '../../../src-main/engine/notices/notice.ts';
import {
  actionOf,
  refusalWords,
  type ToastOffer,
  toastAnswer,
  toastButtons,
  toastOffer,
  toastReaction,
} from '../../../src-main/ipc/toast-answers.ts';
import { aNotice } from '../../support/samples.ts';

const note: NoteExcerpt = {
  id: 'note-1',
  text: 'tea?',
  cw: null,
  hidden: false,
  direct: false,
  files: 0,
  poll: false,
};

function entry(fields: Partial<Notice>): HistoryEntry {
  const notice = aNotice('n1', fields);
  const decision = { decision: 'shown', reason: 'live' } as const;
  return { notice, decision, read: false, answered: null, released: false, group: notice.id };
}

const follows = () => false;
const mention: Row = [entry({ type: 'mention', note })];
const offer = toastOffer(mention, follows);

test('a mention offers to answer its note, and is a message', () => {
  expect(offer).toEqual({
    accountId: 'alice@example.social',
    noticeId: 'alice@example.social/n1',
    noteId: 'note-1',
    actions: ['reply', 'react'],
    category: 'im.received',
  } satisfies ToastOffer);
});

test.each([
  ['follow', ['follow-back'], 'presence'],
  ['receiveFollowRequest', ['accept-follow', 'reject-follow'], 'presence'],
  ['announcement', ['confirm'], null],
  ['achievementEarned', [], null],
  ['toString', [], null],
])('%s offers %j', (type, actions, category) => {
  expect(toastOffer([entry({ type })], follows)).toMatchObject({ actions, category });
});

test('whom the account follows already is not to be followed back', () => {
  expect(toastOffer([entry({ type: 'follow' })], () => true).actions).toEqual([]);
});

test('a toast of several happenings offers nothing', () => {
  expect(toastOffer([...mention, entry({ type: 'mention', note })], follows).actions).toEqual([]);
});

test('a toast reacts with the first emoji that is pinned', () => {
  expect(toastReaction([':tea:', '👍'])).toBe(':tea:');
  expect(toastReaction([])).toBe('👍');
});

test('buttons are in the words of the language, and say what they react with', () => {
  expect(toastButtons(offer, en.toast, ':tea:')).toEqual([
    {
      id: 'reply',
      label: 'Reply',
      typed: { placeholder: 'Write a reply…', submit: 'Send' },
    },
    { id: 'react', label: 'React :tea:' },
  ]);
  const request = toastOffer([entry({ type: 'receiveFollowRequest' })], follows);
  expect(toastButtons(request, en.toast, '👍').map(({ label }) => label)).toEqual([
    'Accept',
    'Decline',
  ]);
});

test('a button is what its notice needs', () => {
  expect(toastAnswer(offer, { kind: 'pressed', actionId: 'react' })).toEqual({ kind: 'react' });
  const request = toastOffer([entry({ type: 'receiveFollowRequest' })], follows);
  expect(toastAnswer(request, { kind: 'pressed', actionId: 'accept-follow' })).toEqual({
    kind: 'answer',
    action: 'accept-follow',
  });
});

test('an answer that was typed is sent, without the space around it', () => {
  expect(toastAnswer(offer, { kind: 'typed', text: ' Yes! \n' })).toEqual({
    kind: 'reply',
    text: 'Yes!',
  });
});

test.each([
  ['the button alone', { kind: 'pressed', actionId: 'reply' } as const],
  ['nothing but space', { kind: 'typed', text: ' \n' } as const],
])('%s leads to the composer', (_name, deed) => {
  expect(toastAnswer(offer, deed)).toEqual({ kind: 'compose' });
});

test('what a toast does not offer is not done', () => {
  const follow = toastOffer([entry({ type: 'follow' })], follows);
  expect(toastAnswer(follow, { kind: 'pressed', actionId: 'confirm' })).toBeNull();
  expect(toastAnswer(follow, { kind: 'pressed', actionId: 'nonsense' })).toBeNull();
  expect(toastAnswer(follow, { kind: 'typed', text: 'hi' })).toBeNull();
  const reaction = toastOffer([entry({ type: 'reaction', note })], follows);
  expect(toastAnswer(reaction, { kind: 'typed', text: 'hi' })).toBeNull();
});

test.each([
  [{ kind: 'answer', action: 'confirm' } as const, 'confirm'],
  [{ kind: 'react' } as const, 'react'],
  [{ kind: 'reply', text: 'hi' } as const, 'reply'],
  [{ kind: 'compose' } as const, 'reply'],
])('%j carries out %s', (answer, action) => {
  expect(actionOf(answer)).toBe(action);
});

test('a refusal says what was not done and why, and keeps what was typed', () => {
  expect(refusalWords({ kind: 'react' }, 'The note is gone.', en.toast)).toEqual({
    title: 'Your reaction was not sent',
    body: 'The note is gone.',
  });
  const reply = { kind: 'reply', text: 'Yes!' } as const;
  expect(refusalWords(reply, 'The note is gone.', en.toast)).toEqual({
    title: 'Your reply was not sent',
    body: 'The note is gone.\nYou wrote: Yes!',
  });
});
