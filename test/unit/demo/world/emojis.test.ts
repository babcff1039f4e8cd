import { expect, test } from 'vitest';
import { settleCommunity } from '../../../../src-main/demo/community.ts';
import { reactionInNotification, reactionKey } from '../../../../src-main/demo/world/emojis.ts';
import { createWorld, requireUser } from '../../../../src-main/demo/world/world.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const world = createWorld(manualClock());
settleCommunity(world, 'minato');
const local = requireUser(world, 'akari');
const remote = requireUser(world, 'tomas@far.example');

test.each([
  ['👍', '👍'],
  [':tea:', ':tea@.:'],
  [':tea@.:', ':tea@.:'],
  [':tea@far.example:', ':tea@far.example:'],
  ['❤\uFE0F', '❤'],
  ['👩\u200D🚀', '👩\u200D🚀'],
  ['🏳\uFE0F\u200D🌈', '🏳\uFE0F\u200D🌈'],
  ['🇯🇵', '🇯🇵'],
  ['👍🏽', '👍🏽'],
  ['like', '👍'],
  ['pudding', '🍮'],
  [':nosuch:', '❤'],
  ['a word', '❤'],
  ['👍👍', '❤'],
])('%s is counted as %s', (wanted, key) => {
  expect(reactionKey(world, local, wanted, null)).toBe(key);
});

test('an emoji of a user of another server is one of that server', () => {
  expect(reactionKey(world, remote, ':tea:', null)).toBe(':tea@far.example:');
  expect(reactionKey(world, remote, ':suzu:', null)).toBe('❤');
});

test.each([
  ['likeOnly', '❤', '❤'],
  ['likeOnlyForRemote', '👍', '❤'],
  ['nonSensitiveOnly', '👍', '👍'],
  ['nonSensitiveOnlyForLocalLikeOnlyForRemote', '👍', '❤'],
] as const)('a note that accepts %s', (acceptance, fromHere, fromElsewhere) => {
  expect(reactionKey(world, local, '👍', acceptance)).toBe(fromHere);
  expect(reactionKey(world, remote, '👍', acceptance)).toBe(fromElsewhere);
});

test('a notification spells a local emoji without its host', () => {
  expect(reactionInNotification(':tea@.:')).toBe(':tea:');
  expect(reactionInNotification(':tea@far.example:')).toBe(':tea@far.example:');
  expect(reactionInNotification('👍')).toBe('👍');
});
