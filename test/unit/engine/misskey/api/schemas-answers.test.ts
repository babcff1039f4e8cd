import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  meSchema,
  metaSchema,
  miauthCheckSchema,
  noteSchema,
  notificationSchema,
  pageOf,
  userDetailSchema,
  userSchema,
} from '../../../../../src-main/engine/misskey/api/schemas.ts';
import { readCapture } from '../../../../support/captures.ts';
import { rawMe, rawUser } from '../../../../support/samples.ts';

const basics = v.parse(
  v.object({ calls: v.record(v.string(), v.object({ status: v.number(), body: v.unknown() })) }),
  readCapture('70-http-basics'),
).calls;
const bodyOf = (name: string) => basics[name]?.body;

describe('the answers of a real server', () => {
  test('i', () => {
    expect(v.parse(meSchema, bodyOf('i'))).toMatchObject({
      username: 'alice',
      name: 'Alice Example',
      host: null,
      policies: { ltlAvailable: true, gtlAvailable: true },
    });
  });

  test('meta', () => {
    expect(v.parse(metaSchema, bodyOf('meta'))).toMatchObject({
      version: '2026.3.2',
      uri: 'http://127.0.0.1:3000',
      name: null,
    });
  });

  test('users/show', () => {
    expect(v.parse(userDetailSchema, bodyOf('users-show'))).toMatchObject({
      username: 'bob',
      notesCount: expect.any(Number),
      followersCount: expect.any(Number),
      followingCount: expect.any(Number),
    });
  });

  test.each([
    'notifications',
    'notifications-grouped',
    'notifications-sinceId (ascending)',
    'notifications-untilId (descending)',
    'notifications-since+until',
    'notifications-bad-id',
  ])('%s: every entry is read', (name) => {
    const raw = v.parse(v.array(v.looseObject({ id: v.string() })), bodyOf(name));
    const { items, lastId } = v.parse(pageOf(notificationSchema), raw);
    expect(items.map(({ id }) => id)).toEqual(raw.map(({ id }) => id));
    expect(lastId).toBe(raw.at(-1)?.id);
    expect(items.length).toBeGreaterThan(0);
  });

  test.each(['timeline', 'local-timeline', 'hybrid-timeline', 'global-timeline'])(
    '%s: every note is read',
    (name) => {
      const raw = v.parse(v.array(v.unknown()), bodyOf(name));
      expect(v.parse(pageOf(noteSchema), raw).items).toHaveLength(raw.length);
    },
  );

  test('the reaction of one’s own comes with the note over HTTP', () => {
    const before = v.parse(noteSchema, bodyOf('notes-show'));
    const after = v.parse(noteSchema, bodyOf('notes-show-after-react'));
    expect([before.myReaction, after.myReaction]).toEqual([null, ':blobtest@.:']);
    expect(after.reactions).toEqual({ ':blobtest@.:': 1 });
  });

  test('a MiAuth check, before and after', () => {
    const { before, afterApproval, secondCheck } = v.parse(
      v.object({
        before: v.object({ body: v.unknown() }),
        afterApproval: v.object({ body: v.unknown() }),
        secondCheck: v.object({ body: v.unknown() }),
      }),
      readCapture('72-miauth'),
    );
    expect(v.parse(miauthCheckSchema, before.body)).toEqual({ ok: false });
    expect(v.parse(miauthCheckSchema, afterApproval.body)).toMatchObject({
      ok: true,
      user: { username: 'alice' },
    });
    expect(v.parse(miauthCheckSchema, secondCheck.body)).toEqual({ ok: false });
  });
});

describe('the account', () => {
  test.each([
    [
      { ltlAvailable: false, gtlAvailable: true },
      { ltlAvailable: false, gtlAvailable: true },
    ],
    [{ ltlAvailable: 'no' }, { ltlAvailable: true, gtlAvailable: true }],
    [
      { ltlAvailable: false, gtlAvailable: 'no' },
      { ltlAvailable: false, gtlAvailable: true },
    ],
    [undefined, { ltlAvailable: true, gtlAvailable: true }],
    ['none', { ltlAvailable: true, gtlAvailable: true }],
    [{ btlAvailable: true }, { ltlAvailable: true, gtlAvailable: true, btlAvailable: true }],
  ])('policies %j', (policies, expected) => {
    expect(v.parse(meSchema, rawMe({ policies })).policies).toEqual({
      btlAvailable: false,
      ...expected,
    });
  });

  test('what Suzu does not use is not kept: no address, no keys', () => {
    const me = v.parse(meSchema, rawMe({ email: 'alice@example.com', securityKeysList: [{}] }));
    expect(JSON.stringify(me)).not.toMatch(/email|securityKeys/);
  });
});

describe('meta', () => {
  const meta = { version: '13.0.0', uri: 'https://example.social' };

  test.each([
    [{ features: { miauth: true } }, true],
    [{ features: { miauth: false } }, false],
    [{ features: {} }, true],
    [{ features: { miauth: 'yes' } }, true],
    [{}, undefined],
    [{ features: null }, undefined],
  ])('%j', (fields, miauth) => {
    expect(v.parse(metaSchema, { ...meta, ...fields }).features?.miauth).toBe(miauth);
  });

  test.each([{}, { version: '4.0' }, { uri: 'https://x' }, null, [], 'misskey'])(
    '%j is no Misskey server’s',
    (answer) => {
      expect(v.is(metaSchema, answer)).toBe(false);
    },
  );
});

describe('a MiAuth check', () => {
  test.each([
    {},
    { ok: true },
    { ok: true, token: '', user: rawUser() },
    { ok: true, token: 7, user: rawUser() },
    { ok: true, token: 'x', user: {} },
    { ok: 'yes' },
    null,
  ])('%j is none', (answer) => {
    expect(v.is(miauthCheckSchema, answer)).toBe(false);
  });
});

describe('a page', () => {
  const page = pageOf(userSchema);

  test('drops what is broken, and goes on from the last entry even then', () => {
    expect(v.parse(page, [rawUser({ id: 'a' }), 7, { id: 'b' }])).toMatchObject({
      items: [{ id: 'a' }],
      lastId: 'b',
      length: 3,
    });
  });

  test.each([
    [[], null],
    [[7], null],
    [[null], null],
    [[{ id: 7 }], null],
    [[{ id: 'x' }], 'x'],
  ])('%j goes on from %j', (entries, lastId) => {
    expect(v.parse(page, entries).lastId).toBe(lastId);
  });

  test.each([null, {}, 'x', { items: [] }])('%j is none', (answer) => {
    expect(v.is(page, answer)).toBe(false);
  });
});
