import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportedSettings, readExchange } from '../../../src-main/desktop/settings-exchange.ts';
import { type Profile, parseProfile } from '../../../src-main/desktop/settings-schema.ts';
import { SettingsTransfer } from '../../../src-main/desktop/settings-transfer.ts';
import { defaultSettings, type Settings } from '../../../src-main/engine/settings/settings.ts';
import { storedFeed } from '../../support/feeds-bench.ts';

const profile: Profile = parseProfile({
  settings: {
    theme: 'dark',
    startAtLogin: 'tray',
    shortcuts: { toggleWindow: 'Control+Alt+S', snooze: null },
    rules: { mutedWords: ['spoiler'] },
    network: {
      proxy: { mode: 'manual', server: 'http://me:secret@proxy.example:3128', bypass: '' },
      certificates: [],
    },
  },
  accounts: [
    {
      id: 'alice@example.social',
      origin: 'https://example.social',
      userId: 'u1',
      username: 'alice',
      name: 'Alice',
      avatarUrl: null,
      timeline: 'local',
    },
  ],
});
const { startAtLogin: _, ...portable } = profile.settings;

describe('an export', () => {
  test('is read back as it was, but for what belongs to the computer', () => {
    const read = readExchange(exportedSettings(profile));
    expect(read).toMatchObject({
      kind: 'read',
      exchanged: {
        settings: {
          ...portable,
          network: { proxy: { server: 'http://proxy.example:3128' } },
        },
        accounts: [{ id: 'alice@example.social', timeline: 'local' }],
      },
    });
    expect(read.kind === 'read' && 'startAtLogin' in read.exchanged.settings).toBe(false);
  });

  test('says nothing secret, and nothing of who the user is beyond the account’s name', () => {
    const text = exportedSettings(profile);
    expect(text).not.toContain('secret');
    expect(text).not.toContain('me:');
    expect(text).not.toContain('u1');
    expect(JSON.parse(text)).toMatchObject({ suzu: 'settings', version: 2 });
  });

  test('has the feeds, with the names of their secrets, and not what only this Suzu knows', () => {
    const has = { headers: ['Authorization'], username: false, password: true };
    const kept = storedFeed('build', { has, proven: true });
    const { proven: _p, addedBy: _a, ...portableFeed } = kept;
    const text = exportedSettings({ ...profile, feeds: [kept] });
    expect(JSON.parse(text)).toMatchObject({ feeds: [portableFeed] });
    expect(text).not.toContain('proven');
    expect(readExchange(text)).toMatchObject({ exchanged: { feeds: [portableFeed] } });
  });

  test('leaves out what a WebSocket’s server is told to prove who asks', () => {
    const places = `{"type":"auth","access_token":"\${password}"}`;
    const hello = ['{"type":"auth","access_token":"sesame"}', places, '{"subscribe":"builds"}'];
    const connection = {
      system: 'websocket' as const,
      url: 'wss://build.example/?a=1&token=sesame&b=%20',
      protocols: [],
      hello,
      silentAfter: null,
      resume: null,
    };
    const text = exportedSettings({ ...profile, feeds: [storedFeed('build', { connection })] });
    expect(text).not.toContain('sesame');
    expect(JSON.parse(text).feeds[0].connection).toMatchObject({
      url: 'wss://build.example/?a=1&b=+',
      hello: [places, '{"subscribe":"builds"}'],
    });
  });

  test.each([
    ['http://a:b@p.example/proxy.pac', 'http://p.example/proxy.pac'],
    ['http://p.example/a@b.pac', 'http://p.example/a@b.pac'],
  ])('%s goes out as %s', (url, bare) => {
    const settings: Settings = {
      ...profile.settings,
      network: { proxy: { mode: 'pac', url }, certificates: [] },
    };
    const text = exportedSettings({ ...profile, settings });
    expect(JSON.parse(text)).toMatchObject({ settings: { network: { proxy: { url: bare } } } });
  });
});

describe('an import', () => {
  const file = (content: object) => JSON.stringify({ suzu: 'settings', version: 2, ...content });

  test.each(['', 'nonsense', '[]', 'null', '{}', '{"suzu":"notes","version":2}', '{"version":2}'])(
    '%j is not of Suzu',
    (text) => {
      expect(readExchange(text)).toEqual({ kind: 'not-ours' });
    },
  );

  test.each([0, -1, '2', 1.5, null])('a version of %j is none', (version) => {
    expect(readExchange(file({ version }))).toEqual({ kind: 'not-ours' });
  });

  test('of a newer Suzu is not guessed at', () => {
    expect(readExchange(file({ version: 3 }))).toEqual({ kind: 'newer' });
  });

  test.each([
    [{ settings: { theme: 'mauve' } }, 'settings.theme'],
    [
      { settings: { rules: { ...defaultSettings.rules, mutedWords: [7] } } },
      'settings.rules.mutedWords.0',
    ],
    [{ settings: { sound: 'loud' } }, 'settings.sound'],
    [{ settings: [] }, 'settings'],
    [{ accounts: 'alice' }, 'accounts'],
    [{ accounts: [{ id: '' }] }, 'accounts'],
    [{ feeds: 7 }, 'feeds'],
    [{ feeds: [{ ...storedFeed('build'), name: ' ' }] }, 'feeds.0.name'],
    [
      { feeds: [{ ...storedFeed('build'), connection: { system: 'sse' } }] },
      'feeds.0.connection.url',
    ],
  ])('%j: nothing of it is taken, and the field is named', (content, field) => {
    expect(readExchange(file(content))).toEqual({ kind: 'wrong-field', field });
  });

  test('takes what it names, and leaves what it does not know', () => {
    const content = { settings: { theme: 'dark', hologram: true, startAtLogin: 'window' } };
    expect(readExchange(file(content))).toEqual({
      kind: 'read',
      exchanged: { settings: { theme: 'dark' }, accounts: [], feeds: [] },
    });
  });
});

describe('with files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suzu-transfer-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What the dialogs answer, and what came of it. */
  function transfer(chosen: string | null) {
    const happened: unknown[] = [];
    return {
      happened,
      run: new SettingsTransfer({
        dialogs: { chooseTarget: async () => chosen, chooseSource: async () => chosen },
        profile: () => profile,
        backUp: () => happened.push('backed up'),
        changeSettings: (changes) => happened.push(changes),
        restoreAccount: ({ id }) => {
          happened.push(id);
          return id.startsWith('alice');
        },
        restoreFeed: ({ name }) => happened.push(name) > 0,
      }),
    };
  }

  test('an export is a file for its owner alone, and no file when the user thinks again', async () => {
    const file = join(folder, 'out.json');
    expect(await transfer(file).run.export()).toEqual({ kind: 'exported', file });
    expect(readExchange(readFileSync(file, 'utf8')).kind).toBe('read');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await transfer(null).run.export()).toEqual({ kind: 'cancelled' });
    const nowhere = join(folder, 'missing/out.json');
    expect(await transfer(nowhere).run.export()).toEqual({ kind: 'not-written', file: nowhere });
  });

  test('an import keeps what was there first, and names the accounts that are missing', async () => {
    const file = join(folder, 'in.json');
    const accounts = [{ id: 'alice@example.social' }, { id: 'bob@example.social' }];
    const feeds = [storedFeed('build')];
    const content = { suzu: 'settings', version: 2, settings: { theme: 'dark' }, accounts, feeds };
    writeFileSync(file, JSON.stringify(content));
    const { run, happened } = transfer(file);
    expect(await run.import()).toEqual({
      kind: 'imported',
      missing: ['bob@example.social'],
      feedsOff: 1,
    });
    expect(happened).toEqual([
      'backed up',
      { theme: 'dark' },
      'build',
      'alice@example.social',
      'bob@example.social',
    ]);
  });

  test.each([
    ['nonsense', { kind: 'not-ours' }],
    [`{"suzu":"settings","version":2}${' '.repeat(1_000_000)}`, { kind: 'not-ours' }],
    ['{"suzu":"settings","version":99}', { kind: 'newer' }],
    [
      '{"suzu":"settings","version":2,"settings":{"theme":"dark","updates":"yes"}}',
      { kind: 'wrong-field', field: 'settings.updates' },
    ],
  ])('one that cannot be used changes nothing (%#)', async (text, result) => {
    const file = join(folder, 'in.json');
    writeFileSync(file, text);
    const { run, happened } = transfer(file);
    expect(await run.import()).toEqual({ ...result, file });
    expect(happened).toEqual([]);
  });

  test('nor does one that is not there, or is a folder, or that the user thinks better of', async () => {
    const file = join(folder, 'missing.json');
    expect(await transfer(file).run.import()).toEqual({ kind: 'not-read', file });
    expect(await transfer(folder).run.import()).toEqual({ kind: 'not-ours', file: folder });
    expect(await transfer(null).run.import()).toEqual({ kind: 'cancelled' });
  });
});
