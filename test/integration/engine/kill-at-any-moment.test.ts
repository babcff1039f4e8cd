import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { cursorFile } from '../../../src-main/engine/feeds/cursor-file.ts';
import { Cursors } from '../../../src-main/engine/feeds/cursors.ts';
import { keepPosition } from '../../../src-main/engine/feeds/sse/position.ts';
import { silentLog } from '../../../src-main/engine/log.ts';
import { parseServerName } from '../../../src-main/engine/misskey/api/server-name.ts';
import { freshAccount } from '../../../src-main/engine/misskey/stored-account.ts';
import { createHistory } from '../../../src-main/engine/notices/create-history.ts';
import type { History } from '../../../src-main/engine/notices/history.ts';
import { defaultSettings } from '../../../src-main/engine/settings/settings.ts';
import { systemClock as clock } from '../../../src-main/engine/streaming/clock.ts';
import { sseOf, storedFeed } from '../../support/feeds-bench.ts';
import { buildKilledEngine, KilledEngine } from '../../support/killed-engine/killed-engine.ts';
import type { Life } from '../../support/killed-engine/main.ts';
import { liveDemoServer } from '../../support/live-engine.ts';
import { numberedNotice } from '../../support/many-notices.ts';
import { type NumberedFeed, numberedFeed } from '../../support/numbered-feed.ts';

/**
 * Each profile is a person's of the demo server, or has but a feed, and is killed so many times; all of them live
 * at the same time. Akari's is so full that notices go to the archive; it takes longer to open, so it is killed
 * less often.
 */
const profiles = [
  { name: 'akari', has: 'account', kills: 20, kept: 2_960 },
  { name: 'jiho', has: 'account', kills: 60, kept: 0 },
  { name: 'mei', has: 'account', kills: 60, kept: 0 },
  { name: 'numbers', has: 'feed', kills: 60, kept: 0 },
] as const;
const kills = profiles.reduce((sum, profile) => sum + profile.kills, 0);
/** A life ends after at most so many lines of the trace: three make one notice. */
const mostLines = 16;
/** How often something happens to everybody (ms). */
const pace = 16;
/** One event of the feed for so many of the others. */
const feedPace = 3;

let folder: string;
let program: string;
let feed: NumberedFeed;
const server = liveDemoServer();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-killed-'));
  const [built, numbers] = await Promise.all([
    buildKilledEngine(folder),
    numberedFeed(),
    server.start(),
  ]);
  program = built;
  feed = numbers;
});

afterAll(async () => {
  await Promise.all([server.kill(), feed.close()]);
  rmSync(folder, { recursive: true });
});

function openedHistory(profile: string): History {
  const { history } = createHistory({
    folder: profile,
    clock,
    log: silentLog,
    settings: () => defaultSettings.history,
    onUnreadable: () => expect.fail('the profile did not open'),
    onDisk: () => {},
    onGone: () => {},
  });
  return history;
}

async function idsIn(history: History): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  const everything = {
    text: '',
    accountId: null,
    kinds: [],
    from: null,
    until: null,
    unreadOnly: false,
    decisions: [],
  };
  do {
    const page: Awaited<ReturnType<History['search']>> = await history.search(
      everything,
      cursor,
      10_000,
    );
    ids.push(...page.entries.map(({ notice }) => notice.id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

/** A life with an account that was connected before anything happened. */
function lifeWithAccount(profile: string, username: string, kept: number): Life {
  const named = parseServerName(server.origin ?? '');
  if (named === null) throw new Error('the demo server has no name');
  const history = openedHistory(profile);
  history.advance(username, null);
  // So that notices go to the archive while it is being killed.
  for (let number = 0; number < kept; number += 1) {
    const notice = numberedNotice(number, username);
    history.add(notice, { decision: 'suppressed', reason: 'too-old' }, false);
  }
  return {
    folder: profile,
    account: freshAccount(username, named, 'command-line', []),
    token: server.issueToken(username),
    feed: null,
  };
}

/** A life with a feed that was online before anything happened on it. */
function lifeWithFeed(profile: string, name: string): Life {
  const connection = { ...sseOf('numbers.example'), url: feed.url };
  const stored = storedFeed(name, { proven: true, connection });
  const file = cursorFile(join(profile, 'feed-cursors.json'));
  const cursors = new Cursors({ file, clock, log: silentLog });
  keepPosition(cursors.of(stored.id, 'link'), { id: '0', mark: '' });
  cursors.stop();
  return { folder: profile, account: null, token: '', feed: stored };
}

/** The numbers of a feed's notices, in order. */
function numbersIn(ids: readonly string[]): number[] {
  return ids.map((id) => Number(/\/id:(\d+):/.exec(id)?.[1])).sort((a, b) => a - b);
}

/** One profile, killed again and again. Returns the ids that were decided, in order. */
async function killedAgainAndAgain(
  { name, has, kills: times, kept }: (typeof profiles)[number],
  random: () => number,
): Promise<{ profile: string; decided: string[]; shown: string[] }> {
  const profile = join(folder, name);
  mkdirSync(profile);
  const life = has === 'feed' ? lifeWithFeed(profile, name) : lifeWithAccount(profile, name, kept);
  const decided: string[] = [];
  const shown: string[] = [];
  let next = new KilledEngine(program);
  for (let kill = 0; kill < times; kill += 1) {
    const engine = next;
    next = new KilledEngine(program);
    await engine.liveAndDie(life, Math.floor(random() * mostLines));
    const [opened] = engine.lines;
    if (opened !== undefined) expect(opened).toMatchObject({ at: 'open', isReadable: true });
    for (const { at, id } of engine.lines) {
      if (at === 'decision' && id !== undefined) decided.push(id);
      if (at === 'toast' && id !== undefined) shown.push(id);
    }
  }
  await next.kill();
  return { profile, decided, shown };
}

test(`${kills} kills while notices arrive: none is lost that was told, and none is told twice`, async () => {
  const seed = Date.now() % 1_000_000;
  const random = seededRandom(seed);
  const people = profiles.filter(({ has }) => has === 'account');
  const acts = people.map(({ name }) => server.actsFor(name));
  let happened = 0;
  const play = setInterval(() => {
    happened += 1;
    for (const act of acts) act.app(`number ${happened}`);
    if (happened % feedPace === 0) feed.publish();
  }, pace);
  const results = await Promise.all(
    profiles.map((profile) => killedAgainAndAgain(profile, random)),
  ).finally(() => clearInterval(play));

  for (const { profile, decided, shown } of results) {
    const where = `${profile}, seed ${seed}`;
    const ids = await idsIn(openedHistory(profile));
    const kept = new Set(ids);
    expect(kept.size, `twice in the history: ${where}`).toBe(ids.length);
    expect(
      decided.filter((id) => !kept.has(id)),
      `told and lost: ${where}`,
    ).toEqual([]);
    expect(new Set(decided).size, `decided twice: ${where}`).toBe(decided.length);
    // A digest may be renewed, and so be shown again.
    const single = shown.filter((id) => kept.has(id));
    expect(new Set(single).size, `rang twice: ${where}`).toBe(single.length);
    expect(decided.length, `nothing to lose: ${where}`).toBeGreaterThan(20);
    if (!profile.endsWith('numbers')) continue;
    const numbers = numbersIn(ids);
    expect(numbers, `a gap in the feed: ${where}`).toEqual(numbers.map((_, place) => place + 1));
  }
}, 300_000);
