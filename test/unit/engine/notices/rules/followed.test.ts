import { expect, test } from 'vitest';
import type { Notice } from '../../../../../src-main/engine/notices/notice.ts';
import { asksForFollowed } from '../../../../../src-main/engine/notices/rules/followed.ts';
import { defaultSettings, type Rules } from '../../../../../src-main/engine/settings/settings.ts';
import { aNotice } from '../../../../support/samples.ts';

const asks = (fields: Partial<Notice>, rules: Partial<Rules> = {}) =>
  asksForFollowed(
    { ...defaultSettings.rules, onlyFollowed: true, ...rules },
    aNotice('n1', fields),
  );

test.each(['mention', 'reply', 'quote', 'renote', 'reaction', 'pollVote', 'newChatMessage'])(
  'a %s depends on who sent it',
  (type) => expect(asks({ type })).toBe(true),
);

test.each([
  'follow',
  'receiveFollowRequest',
  'followRequestAccepted',
  'pollEnded',
  'app',
  'login',
  'somethingNew',
])('a %s does not', (type) => expect(asks({ type })).toBe(false));

test('nothing does where all ring', () =>
  expect(asks({ type: 'mention' }, { onlyFollowed: false })).toBe(false));
test('what nobody sent does not', () =>
  expect(asks({ type: 'mention', person: null })).toBe(false));
test('what several sent does not', () =>
  expect(asks({ type: 'reaction:grouped', others: 1 })).toBe(false));
test('what is only kept anyway does not', () =>
  expect(asks({ type: 'mention' }, { types: { mention: { loudness: 'keep' } } })).toBe(false));
