import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DemoServer } from '../../../src-main/demo/server.ts';
import { requireUser } from '../../../src-main/demo/world/world.ts';
import { userSchema } from '../../../src-main/engine/misskey/api/schemas.ts';
import { parseServerName } from '../../../src-main/engine/misskey/api/server-name.ts';
import { callApi } from '../../support/demo.ts';
import { notificationOf } from '../../support/live-bench.ts';
import {
  emptyProfile,
  type LiveEngine,
  liveDemoServer,
  liveEngine,
} from '../../support/live-engine.ts';

/** Minato and Akari on the first server, Minato on the second. */
let steady: DemoServer;
let shaky: DemoServer;
let folder: string;
let engine: LiveEngine;
let minato: string;
let akari: string;
let afar: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-accounts-'));
  steady = liveDemoServer();
  shaky = liveDemoServer();
  await steady.start();
  await shaky.start();
  engine = liveEngine(emptyProfile(folder));
  minato = await signedIn(steady, 'minato');
  akari = await signedIn(steady, 'akari');
  afar = await signedIn(shaky, 'minato');
});

afterEach(async () => {
  engine.stop();
  await steady.kill();
  await shaky.kill();
  rmSync(folder, { recursive: true });
});

async function signedIn(demo: DemoServer, username: string): Promise<string> {
  const server = parseServerName(demo.origin);
  if (server === null) throw new Error('the demo server has no name');
  const token = demo.issueToken(username);
  const user = v.parse(userSchema, (await callApi(demo.origin, 'i', {}, token)).body);
  const id = await engine.accounts.add({ server, token, user }, 'token');
  await engine.waitForState(id, 'online');
  await engine.waitForBaseline(id);
  return id;
}

const statesOf = (id: string) =>
  engine.trace.flatMap((event) =>
    event.at === 'stream' && event.account === id ? [event.state] : [],
  );
const keptBy = (id: string) =>
  engine.history
    .newest(1_000)
    .filter(({ notice }) => notice.accountId === id)
    .map(({ notice }) => notice.sourceId);

test('the same name on two servers, and two names on one, are three accounts', () => {
  expect(new Set([minato, akari, afar]).size).toBe(3);
  expect(new Set(engine.accounts.all().map(({ stored }) => stored.color)).size).toBe(3);
});

describe('one of two servers is killed', () => {
  test('the accounts on the other one notice nothing', async () => {
    const before = [statesOf(minato), statesOf(akari)];
    await shaky.kill();
    await engine.waitForState(afar, 'waiting');
    const rung = [
      notificationOf(steady.app('still here', 'one')),
      notificationOf(steady.actsFor('akari').app('still here', 'two')),
    ];
    await engine.waitFor(() =>
      rung.every((id) => engine.toasts.some((toast) => toast.id.endsWith(id))),
    );
    expect([statesOf(minato), statesOf(akari)]).toEqual(before);
    expect(keptBy(minato)).toEqual([rung[0]]);
    expect(keptBy(akari)).toEqual([rung[1]]);
    expect(steady.upgrades).toHaveLength(2);
  });

  test('after its return nothing is missing, nothing is doubled, and nobody got what is another’s', async () => {
    const live = notificationOf(shaky.app('before', 'it goes'));
    await shaky.kill();
    const missed = ['a', 'b', 'c'].map((body) => notificationOf(shaky.app('meanwhile', body)));
    const elsewhere = notificationOf(steady.app('meanwhile', 'elsewhere'));
    await engine.waitForState(afar, 'waiting');
    await shaky.start();
    engine.accounts.nudge();
    await engine.waitForState(afar, 'online');
    await engine.waitFor(() => missed.every((id) => engine.history.isKnown(afar, id)));
    const after = notificationOf(shaky.app('after', 'it is back'));
    await engine.waitFor(() => engine.history.isKnown(afar, after));
    expect(keptBy(afar).toSorted()).toEqual([live, ...missed, after].toSorted());
    expect(keptBy(minato)).toEqual([elsewhere]);
    expect(keptBy(akari)).toEqual([]);
    const shown = engine.toasts.map(({ id }) => id);
    expect(new Set(shown).size).toBe(shown.length);
    expect(statesOf(minato).filter((state) => state === 'online')).toHaveLength(1);
  });
});

test('signing one out, and in again after its token was revoked, leaves the others alone', async () => {
  const before = statesOf(afar);
  const [token] = [...steady.world.tokens.values()].filter(
    ({ userId }) => userId === requireUser(steady.world, 'akari').id,
  );
  if (token === undefined) throw new Error('akari has no token');
  steady.revokeToken(token.token);
  steady.dropConnections();
  await engine.waitForState(akari, 'refused');
  const again = await signedIn(steady, 'akari');
  expect(again).toBe(akari);
  await engine.accounts.remove(akari);
  expect(engine.accounts.all().map(({ stored }) => stored.id)).toEqual([minato, afar]);
  await engine.waitForState(minato, 'online');
  expect(statesOf(afar)).toEqual(before);
});
