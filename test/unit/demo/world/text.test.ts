import { expect, test } from 'vitest';
import { settleCommunity } from '../../../../src-main/demo/community.ts';
import { hashtags, mentionedUsers } from '../../../../src-main/demo/world/text.ts';
import { createWorld } from '../../../../src-main/demo/world/world.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const world = createWorld(manualClock());
settleCommunity(world, 'minato');

test.each([
  ['@akari hello @Jiho', ['akari', 'jiho']],
  ['@akari @akari', ['akari']],
  ['(@mei) and @tomas@far.example.', ['mei', 'tomas']],
  ['@tomas is of another server', []],
  ['mail@akari, https://x.example/@akari', []],
  ['@nobody', []],
])('%s mentions %j', (text, usernames) => {
  expect(mentionedUsers(world, text).map(({ username }) => username)).toEqual(usernames);
});

test.each([
  ['#Tag and #tag', ['tag']],
  ['パン #朝ごはん、 #パン', ['朝ごはん', 'パン']],
  ['no#tag, https://x.example/#anchor', []],
])('%s has the tags %j', (text, tags) => {
  expect(hashtags(text)).toEqual(tags);
});
