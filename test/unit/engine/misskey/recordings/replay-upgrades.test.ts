/** The recordings of connects and ends: what each makes of an account's state. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { capturedFrames, readCapture } from '../../../../support/captures.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { settle } from '../../../../support/fake-clock.ts';
import { channelId } from '../../../../support/fake-misskey.ts';
import { sourceBench } from '../../../../support/source-bench.ts';

const answerSchema = v.object({ responseBytes: v.string() });

/** The status of a recorded answer to an upgrade. */
function statusOf(answer: unknown): number {
  const { responseBytes } = v.parse(answerSchema, answer);
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(responseBytes)?.[1]);
}

const upgrades = v.parse(
  v.object({ cases: v.record(v.string(), v.unknown()) }),
  readCapture('01-upgrade'),
).cases;

/** What `i` answers to the token of each case (PROTOCOL §5). */
const answersToI: Readonly<Record<string, () => Response>> = {
  tokenWithoutReadAccount: () => apiFailure(403, 'PERMISSION_DENIED'),
  suspended: () => apiFailure(403, 'YOUR_ACCOUNT_SUSPENDED'),
};
const badToken = () => apiFailure(401, 'AUTHENTICATION_FAILED');

describe('01-upgrade', () => {
  const refused = [
    ['badToken32', 'token-invalid'],
    ['badToken16', 'token-invalid'],
    ['emptyToken', 'token-invalid'],
    ['badBearerGoodQuery', 'token-invalid'],
    ['tokenWithoutReadAccount', 'permission-missing'],
    ['suspended', 'suspended'],
  ] as const;
  const taken = [
    'goodMiauthToken',
    'goodNativeToken',
    'bearerHeader',
    'wrongPath',
    'foreignOrigin',
    'subprotocol',
    'noToken',
  ];

  test('has no case but these', () => {
    const known = [...refused.map(([name]) => name), ...taken];
    expect(Object.keys(upgrades).toSorted()).toEqual(known.toSorted());
  });

  test.each(refused)('%s: refused, %s', async (name, reason) => {
    const { api, source, sockets } = sourceBench();
    api.answer('i', answersToI[name] ?? badToken);
    source.start();
    sockets.last.end({ kind: 'rejected', status: statusOf(upgrades[name]), retryAfterMs: null });
    await settle();
    expect(source.state).toEqual({ name: 'refused', reason });
  });

  test.each(taken)('%s: taken; what is taken is not yet online', (name) => {
    expect(statusOf(upgrades[name])).toBe(101);
    const { source, sockets } = sourceBench();
    source.start();
    sockets.last.open();
    expect(source.state).toEqual({ name: 'subscribing' });
  });
});

test('02-ws-library-view-of-bad-token: without the status it is an outage, with it a refusal', async () => {
  const seen = v.parse(
    v.object({
      withUnexpectedResponseListener: v.tuple([v.object({ status: v.number() })]),
      without: v.looseTuple([v.object({ event: v.literal('error'), message: v.string() })]),
    }),
    readCapture('02-ws-library-view-of-bad-token'),
  );
  const [{ status }] = seen.withUnexpectedResponseListener;
  const told = sourceBench();
  told.api.answer('i', badToken);
  told.source.start();
  told.sockets.last.end({ kind: 'rejected', status, retryAfterMs: null });
  await settle();
  expect(told.source.state).toEqual({ name: 'refused', reason: 'token-invalid' });

  const untold = sourceBench();
  untold.source.start();
  untold.sockets.last.end({ kind: 'error', code: seen.without[0].message });
  await settle();
  expect(untold.source.state).toMatchObject({ name: 'waiting', reason: 'unreachable' });
});

test('60-token-revoked-while-connected: it goes on ringing, and the next connect is refused', async () => {
  const { online, sockets, source, told, api, clock } = sourceBench();
  await online();
  for (const { dir, kind, data } of capturedFrames('60-token-revoked-while-connected')) {
    if (dir !== 'in' || kind !== 'text') continue;
    const frame = v.parse(v.object({ type: v.string(), body: v.looseObject({}) }), data);
    const body = { ...frame.body, id: channelId(sockets.last, 'main') };
    if (frame.type === 'channel') sockets.last.receive({ ...frame, body });
  }
  expect(told.toasts).toHaveLength(1);
  expect(source.state?.name).toBe('online');

  const { reconnectAfterRevoke } = v.parse(
    v.object({ reconnectAfterRevoke: v.unknown() }),
    readCapture('60-token-revoked-while-connected'),
  );
  api.answer('i', badToken);
  sockets.last.end({ kind: 'closed', code: 1006 });
  await clock.advance(2_000);
  sockets.last.end({
    kind: 'rejected',
    status: statusOf(reconnectAfterRevoke),
    retryAfterMs: null,
  });
  await settle();
  expect(source.state).toEqual({ name: 'refused', reason: 'token-invalid' });
});

describe('63-ping-behaviour', () => {
  const [steady, mute] = v.parse(
    v.object({
      connections: v.looseTuple([
        v.object({ ev: v.array(v.looseObject({ ms: v.number(), kind: v.string() })) }),
        v.object({ ev: v.array(v.looseObject({ ms: v.number(), kind: v.string() })) }),
      ]),
    }),
    readCapture('63-ping-behaviour'),
  ).connections;
  const messageSchema = v.object({
    type: v.literal('channel'),
    body: v.looseObject({ type: v.string(), body: v.nullish(v.unknown()) }),
  });
  const idSchema = v.object({ id: v.string() });

  /** Plays a connection at its own pace; the server answers Suzu's own pings, as it does. */
  async function play({ ev }: typeof steady) {
    const bench = sourceBench();
    await bench.online();
    const ids = new Set<string>();
    let ms = 0;
    let pings = 0;
    const pass = async (until: number) => {
      for (; ms < until; ms += 1_000) {
        await bench.clock.advance(1_000);
        if (bench.sockets.last.pings > pings) bench.sockets.last.alive();
        pings = bench.sockets.last.pings;
      }
    };
    for (const event of ev) {
      await pass(event.ms);
      if (event.kind.startsWith('ping')) bench.sockets.last.alive();
      if (event.kind !== 'message') continue;
      const message = v.safeParse(messageSchema, event['data']);
      if (!message.success) continue;
      const { type, body } = message.output.body;
      if (type === 'notification') ids.add(v.parse(idSchema, body).id);
      await bench.main(type, body);
    }
    return { ...bench, ids };
  }

  test('a stream that lives stays online for minutes, and each notification is told once', async () => {
    const { states, ids, history, sockets } = await play(steady);
    expect(states.map(({ name }) => name)).toEqual(['connecting', 'subscribing', 'online']);
    expect(sockets.all).toHaveLength(1);
    const kept = history.newest(1_000).map(({ notice }) => notice.sourceId);
    expect(kept.toSorted()).toEqual([...ids].toSorted());
  });

  test('what the server does to a client that answers no pings is an end like any other', async () => {
    const { sockets, source, clock } = await play(mute);
    sockets.last.end({ kind: 'closed', code: 1006 });
    expect(source.state).toMatchObject({ name: 'waiting', reason: 'closed' });
    await clock.advance(2_000);
    expect(sockets.all).toHaveLength(2);
  });
});
