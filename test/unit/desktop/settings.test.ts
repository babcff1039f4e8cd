import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openProfile,
  type SettingsFile,
  type SettingsProblem,
} from '../../../src-main/desktop/settings.ts';
import { parseProfile, versionOf } from '../../../src-main/desktop/settings-schema.ts';
import { startingChoices } from '../../../src-main/engine/misskey/notes/emoji-choices.ts';
import { startingPins } from '../../../src-main/engine/misskey/timelines/pins.ts';
import { defaultSettings } from '../../../src-main/engine/settings/settings.ts';
import { sseOf, storedFeed } from '../../support/feeds-bench.ts';
import { memoryLog } from '../../support/memory-log.ts';
import { plainSettingsFile } from '../../support/settings-file.ts';

const account = {
  id: 'alice@example.social',
  origin: 'https://example.social',
  userId: 'user-alice',
  username: 'alice',
  name: 'Alice',
  avatarUrl: null,
  color: '#b8860b',
  timelines: startingPins,
  timeline: 'social',
  presence: 'stream',
  addedBy: 'miauth',
  canAnswer: true,
  emojis: startingChoices,
} as const;

const defaults = {
  settings: defaultSettings,
  accounts: [],
  feeds: [],
  window: { width: 400, height: 640 },
  pausedUntil: null,
};

describe('what a file says', () => {
  test.each([undefined, null, 'text', 5, [], {}])('%j: the defaults', (content) => {
    expect(parseProfile(content)).toEqual(defaults);
  });

  test('all of it', () => {
    const profile = {
      settings: { ...defaultSettings, language: 'ja', theme: 'dark', startAtLogin: 'tray' },
      accounts: [account],
      feeds: [storedFeed('build')],
      window: { width: 500, height: 700 },
      pausedUntil: 1_800_000_000_000,
    };
    expect(parseProfile({ version: 2, ...profile })).toEqual(profile);
  });

  test.each([
    [
      { settings: { language: 'tlh', theme: 'dark' } },
      { settings: { ...defaults.settings, theme: 'dark' } },
    ],
    [
      { settings: { theme: 7, clickOpens: 'window' } },
      { settings: { ...defaults.settings, clickOpens: 'window' } },
    ],
    [{ settings: [] }, {}],
    [{ settings: 'dark', pausedUntil: 5 }, { pausedUntil: 5 }],
    [{ window: { width: 1, height: 640 } }, {}],
    [{ window: { width: 500 } }, {}],
    [{ pausedUntil: 'tomorrow' }, {}],
    [{ pausedUntil: Number.POSITIVE_INFINITY }, {}],
    [{ pausedUntil: 1e300 }, {}],
    [{ accounts: 'alice' }, {}],
    [{ feeds: 'build' }, {}],
  ])('%j: what is wrong falls back alone', (content, different) => {
    expect(parseProfile(content)).toEqual({ ...defaults, ...different });
  });

  test.each([
    null,
    'alice',
    {},
    { ...account, id: '' },
    { ...account, id: 7 },
    { ...account, origin: 'example.social' },
    { ...account, origin: 'https://example.social/' },
    { ...account, origin: 'https://user:password@example.social' },
    { ...account, origin: 'https://[broken' },
    // The token would go over the network in the clear.
    { ...account, origin: 'http://example.social' },
    { ...account, origin: 'file:///etc/passwd' },
  ])('the account %j does not take the others with it', (broken) => {
    expect(parseProfile({ accounts: [broken, account] }).accounts).toEqual([account]);
  });

  test.each([
    null,
    { ...storedFeed('build'), id: 'alice@example.social' },
    { ...storedFeed('build'), connection: { system: 'telegraph', url: 'https://x.example' } },
    { ...storedFeed('build'), connection: sseOf('user:password@build.example') },
    { ...storedFeed('build'), connection: { ...sseOf('x.example'), url: 'file:///etc/passwd' } },
    { ...storedFeed('build'), name: '\u202e\n' },
    { ...storedFeed('build'), has: { headers: ['a: b\r\nc'], username: false, password: false } },
    { ...storedFeed('build'), has: { ...storedFeed('x').has, headers: Array(51).fill('A') } },
  ])('the feed %j does not take the others with it', (broken) => {
    expect(parseProfile({ feeds: [broken, storedFeed('door')] }).feeds).toEqual([
      storedFeed('door'),
    ]);
  });

  test('a feed’s name cannot disguise what stands beside it', () => {
    const odd = { ...storedFeed('build'), name: ' My\u202e\u0007 builds\n\n[OK] ' };
    expect(parseProfile({ feeds: [odd] }).feeds).toEqual([
      storedFeed('build', { name: 'My builds [OK]' }),
    ]);
  });

  test('an account’s own fields fall back one by one', () => {
    const odd = { ...account, name: 5, color: 'red', timeline: 7, addedBy: 'magic' };
    expect(parseProfile({ accounts: [odd] }).accounts).toEqual([
      { ...account, name: null, color: '#808080', timeline: 'home', addedBy: 'token' },
    ]);
  });

  test('an account of an older Suzu has the timelines of a new one, and the one it looked at', () => {
    const { timelines: _, ...old } = { ...account, timeline: 'global' };
    expect(parseProfile({ accounts: [old] }).accounts).toEqual([
      { ...account, timelines: startingPins, timeline: 'global' },
    ]);
  });

  test('whether an account may answer is kept; one of an older Suzu may until its server says no', () => {
    const { canAnswer: _, ...old } = account;
    const forbidden = { ...account, canAnswer: false };
    expect(parseProfile({ accounts: [old, forbidden] }).accounts).toEqual([account, forbidden]);
  });

  test('the emojis of the picker are kept; an account of an older Suzu has those of a new one', () => {
    const { emojis: _, ...old } = account;
    const chosen = { ...account, emojis: { recent: [':blob:', '👍'], pinned: [] } };
    const odd = {
      ...account,
      emojis: { recent: 'all', pinned: [':far@far.example:', '🎉', '🎉'] },
    };
    expect(parseProfile({ accounts: [old, chosen, odd, { ...old, emojis: 7 }] }).accounts).toEqual([
      account,
      chosen,
      { ...account, emojis: { recent: [], pinned: ['🎉'] } },
      account,
    ]);
  });

  const switches = { withRenotes: false, withReplies: false, withFiles: false };
  const list = { spec: { kind: 'list', id: '9abc', switches }, name: 'Friends' };

  test('pinned timelines are kept with their switches and names', () => {
    const tags = {
      spec: { kind: 'hashtag', anyOf: [['cats']], switches: { ...switches, withRenotes: true } },
      name: null,
    };
    const pinned = { ...account, timelines: [list, tags], timeline: 'hashtag:cats' };
    expect(parseProfile({ accounts: [pinned] }).accounts).toEqual([pinned]);
  });

  test.each([
    null,
    'home',
    {},
    { spec: { kind: 'hologram', switches } },
    { spec: { kind: 'list', switches } },
    { spec: { kind: 'list', id: '', switches } },
    { spec: { kind: 'hashtag', anyOf: 'cats', switches } },
    { spec: { kind: 'hashtag', anyOf: [[]], switches } },
    // The same once more.
    list,
  ])('the pinned timeline %j does not take the others with it', (broken) => {
    const timelines = [list, broken];
    expect(parseProfile({ accounts: [{ ...account, timelines }] }).accounts).toEqual([
      { ...account, timelines: [list] },
    ]);
  });

  test.each(['home', [], [null], 7])(
    'of timelines %j nothing is left: those of a new account',
    (timelines) => {
      expect(parseProfile({ accounts: [{ ...account, timelines }] }).accounts).toEqual([account]);
    },
  );

  test('broken switches of a pinned timeline are at their defaults', () => {
    const spec = { kind: 'local', switches: { withRenotes: 'no', withReplies: true } };
    const [read] = parseProfile({ accounts: [{ ...account, timelines: [{ spec }] }] }).accounts;
    expect(read?.timelines).toEqual([
      {
        spec: {
          kind: 'local',
          switches: { withRenotes: true, withReplies: true, withFiles: false },
        },
        name: null,
      },
    ]);
  });

  test('plain http on this computer is an account like any', () => {
    const local = { ...account, origin: 'http://127.0.0.1:3000' };
    expect(parseProfile({ accounts: [local] }).accounts).toEqual([local]);
  });

  test.each([
    [{ version: 3 }, 3],
    [{ version: '3' }, null],
    [{ version: Number.POSITIVE_INFINITY }, null],
    [{}, null],
    [undefined, null],
  ])('%j is of version %j', (content, version) => {
    expect(versionOf(content)).toBe(version);
  });
});

describe('the profile', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suzu-settings-'));
    path = join(folder, 'settings.json');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const onDisk = (): unknown => JSON.parse(readFileSync(path, 'utf8'));

  function open(openFile: (folder: string) => SettingsFile = plainSettingsFile) {
    const problems: SettingsProblem[] = [];
    const log = memoryLog();
    const profile = openProfile({
      folder,
      openFile,
      now: () => 42,
      log,
      onProblem: (problem) => problems.push(problem),
    });
    return { profile, problems, log };
  }

  test('without a file has the defaults, and says nothing', () => {
    const { profile, problems } = open();
    expect(profile.get()).toEqual(defaults);
    expect(problems).toEqual([]);
  });

  test('a change is in effect, and there after a restart', () => {
    const { profile } = open();
    expect(profile.change({ pausedUntil: 7, accounts: [account] })).toBe(true);
    expect(profile.get()).toEqual({ ...defaults, pausedUntil: 7, accounts: [account] });
    expect(onDisk()).toEqual({ version: 2, pausedUntil: 7, accounts: [account] });
    expect(open().profile.get()).toEqual(profile.get());
  });

  test.each(['{ "settings": ', '', '[]', 'null', '"text"'])(
    'the broken file %j is moved aside, and a new one begins',
    (text) => {
      writeFileSync(path, text);
      const { profile, problems } = open();
      const savedAs = `${folder}/settings.broken-42.json`;
      expect(problems).toEqual([{ kind: 'broken', savedAs, restored: false }]);
      expect(readFileSync(savedAs, 'utf8')).toBe(text);
      expect(profile.get()).toEqual(defaults);
      expect(profile.change({ pausedUntil: 7 })).toBe(true);
      expect(onDisk()).toEqual({ version: 2, pausedUntil: 7 });
    },
  );

  describe('of the last good start', () => {
    const good = { version: 2, pausedUntil: 7, accounts: [account], looms: ['later'] };
    const backup = () => join(folder, 'settings.backup.json');

    test.each(['{ "settings": ', '\0\0\0\0', '[]'])(
      'takes the place of the broken file %j, whole',
      (text) => {
        writeFileSync(path, JSON.stringify(good));
        open().profile.backUp();
        writeFileSync(path, text);
        const { profile, problems } = open();
        const savedAs = `${folder}/settings.broken-42.json`;
        expect(problems).toEqual([{ kind: 'broken', savedAs, restored: true }]);
        expect(profile.get()).toEqual({ ...defaults, pausedUntil: 7, accounts: [account] });
        expect(onDisk()).toEqual(good);
        expect(readFileSync(savedAs, 'utf8')).toBe(text);
      },
    );

    test('is not lost to a disk that is full while it takes that place', () => {
      writeFileSync(backup(), JSON.stringify(good));
      writeFileSync(path, '{ "settings": ');
      const full = join(folder, 'settings.json.new');
      mkdirSync(full);
      const { profile, problems } = open(() => {
        throw new Error('ENOSPC');
      });
      expect(profile.get().accounts).toEqual([account]);
      expect(problems).toEqual([{ kind: 'not-writable' }]);
      expect(readdirSync(folder).sort()).toEqual([
        'settings.backup.json',
        'settings.json',
        'settings.json.new',
      ]);

      rmSync(full, { recursive: true });
      expect(open().profile.get().accounts).toEqual([account]);
      expect(onDisk()).toEqual(good);
    });

    test('is used in memory while the file cannot be read', () => {
      writeFileSync(backup(), JSON.stringify(good));
      mkdirSync(path);
      expect(open().profile.get().accounts).toEqual([account]);
    });

    test('that is broken too leaves the defaults', () => {
      writeFileSync(backup(), 'x');
      writeFileSync(path, 'y');
      const { profile, problems } = open();
      expect(profile.get()).toEqual(defaults);
      expect(problems).toMatchObject([{ restored: false }]);
    });

    test('is never written over by a broken file, nor before there is one', () => {
      const { profile } = open();
      profile.backUp();
      expect(readdirSync(folder)).toEqual([]);
      writeFileSync(backup(), JSON.stringify(good));
      writeFileSync(path, 'x');
      profile.backUp();
      expect(JSON.parse(readFileSync(backup(), 'utf8'))).toEqual(good);
    });

    test('only its owner may read, and no half of it is left behind', () => {
      const { profile } = open();
      profile.change({ pausedUntil: 7 });
      profile.backUp();
      expect(statSync(backup()).mode & 0o077).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(['settings.backup.json', 'settings.json']);
    });
  });

  test('an account that was edited wrongly is told, and stays in the file through a change', () => {
    const mistyped = { ...account, id: 'bob@example.social', origin: 'example.social' };
    writeFileSync(path, JSON.stringify({ version: 2, accounts: [mistyped, account] }));
    const { profile, problems } = open();
    expect(problems).toEqual([{ kind: 'accounts-unread', file: path }]);
    expect(profile.get().accounts).toEqual([account]);
    profile.change({ accounts: [{ ...account, name: 'Alice again' }] });
    expect(onDisk()).toEqual({
      version: 2,
      accounts: [{ ...account, name: 'Alice again' }, mistyped],
    });
    // Who signs in again has that account.
    const bob = { ...account, id: mistyped.id };
    profile.change({ accounts: [account, bob] });
    expect(onDisk()).toEqual({ version: 2, accounts: [account, bob] });
  });

  test('a feed that was edited wrongly is told, and stays in the file through a change', () => {
    const mistyped = { ...storedFeed('door'), on: 'yes' };
    writeFileSync(path, JSON.stringify({ version: 2, feeds: [mistyped, storedFeed('build')] }));
    const { profile, problems } = open();
    expect(problems).toEqual([{ kind: 'feeds-unread', file: path }]);
    profile.change({ pausedUntil: 7 });
    profile.change({ feeds: [] });
    expect(onDisk()).toEqual({ version: 2, pausedUntil: 7, feeds: [mistyped] });
    profile.change({ feeds: [storedFeed('door')] });
    expect(onDisk()).toMatchObject({ feeds: [storedFeed('door')] });
  });

  test('values that cannot be used are told by their names; what is missing or unknown is not', () => {
    const settings = {
      theme: 7,
      textSize: 110,
      soundscape: 'loud',
      rules: { mutedWords: [' tea ', 5], quietHours: { on: 'yes' } },
      network: { proxy: { mode: 'manual' } },
    };
    writeFileSync(path, JSON.stringify({ version: 2, settings }));
    const { profile, problems } = open();
    const fields = ['theme', 'rules.mutedWords', 'rules.quietHours.on', 'network.proxy.mode'];
    expect(problems).toEqual([
      { kind: 'fields-unusable', file: path, fields: fields.map((field) => `settings.${field}`) },
    ]);
    expect(profile.get().settings.rules.mutedWords).toEqual(['tea']);
    writeFileSync(path, JSON.stringify({ version: 2, settings: 'dark' }));
    expect(open().problems).toEqual([
      { kind: 'fields-unusable', file: path, fields: ['settings'] },
    ]);
    writeFileSync(
      path,
      JSON.stringify({ version: 2, settings: { rules: { mutedWords: [' tea '] } } }),
    );
    expect(open().problems).toEqual([]);
  });

  describe('that an older Suzu wrote', () => {
    const { timelines: _t, emojis: _e, canAnswer: _c, ...first } = account;
    const old = { version: 1, accounts: [first, 'bob'], window: { width: 500, height: 700 } };
    const of = (content: unknown) => writeFileSync(path, JSON.stringify(content));

    test('is brought to this version on disk, and its own words are kept', () => {
      of({ ...old, looms: ['later'] });
      const { profile, problems } = open();
      expect(problems).toEqual([{ kind: 'accounts-unread', file: path }]);
      expect(profile.get()).toMatchObject({ accounts: [account], window: old.window });
      expect(onDisk()).toEqual({
        ...old,
        version: 2,
        looms: ['later'],
        accounts: [account, 'bob'],
      });
      expect(JSON.parse(readFileSync(`${folder}/settings.version-1.json`, 'utf8'))).toEqual({
        ...old,
        looms: ['later'],
      });
    });

    test('what an account has already is not written over', () => {
      of({ version: 1, accounts: [{ ...account, canAnswer: false }] });
      expect(open().profile.get().accounts).toEqual([{ ...account, canAnswer: false }]);
    });

    test.each([{ version: 1, accounts: 'alice' }, { accounts: {} }, { version: -3 }, {}])(
      '%j is nothing to stumble over',
      (content) => {
        of(content);
        expect(open().profile.get()).toEqual(defaults);
        expect(onDisk()).toEqual({ ...content, version: 2 });
      },
    );

    test('is brought there once', () => {
      of(old);
      open();
      const { version: _, ...again } = { ...old, accounts: [account] };
      of({ ...again, version: 2 });
      open();
      expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.version-1.json']);
    });
  });

  describe('that a newer Suzu wrote', () => {
    const newer = {
      version: 9,
      settings: { language: 'ko', soundscape: 'loud' },
      accounts: [{ ...account, rules: ['all'] }],
      looms: [{ url: 'https://loom.example' }],
    };
    beforeEach(() => writeFileSync(path, JSON.stringify(newer)));

    test('is used as far as it is understood, and a copy is kept', () => {
      const { profile, problems } = open();
      expect(profile.get().settings).toMatchObject({ language: 'ko', theme: 'system' });
      expect(profile.get().accounts).toHaveLength(1);
      const savedAs = `${folder}/settings.version-9.json`;
      expect(problems).toEqual([{ kind: 'newer', savedAs }]);
      expect(JSON.parse(readFileSync(savedAs, 'utf8'))).toEqual(newer);
    });

    test('keeps its version and everything unknown through a change', () => {
      const { profile } = open();
      const { settings, accounts } = profile.get();
      profile.change({ settings: { ...settings, theme: 'dark' } });
      profile.change({ accounts });
      expect(onDisk()).toEqual({
        version: 9,
        settings: { ...defaultSettings, language: 'ko', theme: 'dark', soundscape: 'loud' },
        accounts: [{ ...account, rules: ['all'] }],
        looms: newer.looms,
      });
    });

    test('is copied once, before anything was changed', () => {
      open().profile.change({ pausedUntil: 7 });
      expect(open().problems).toHaveLength(1);
      expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.version-9.json']);
      expect(JSON.parse(readFileSync(`${folder}/settings.version-9.json`, 'utf8'))).toEqual(newer);
    });
  });

  describe('that cannot be written', () => {
    const refuses = {
      'when it is opened': () => {
        throw new Error('EACCES');
      },
      'when it changes': () => ({
        set: () => {
          throw new Error('ENOSPC');
        },
      }),
    };

    test.each(Object.entries(refuses))(
      '%s: changes hold in memory, and it is told once',
      (_when, openFile) => {
        const { profile, problems, log } = open(openFile);
        expect(profile.change({ pausedUntil: 7 })).toBe(false);
        expect(profile.change({ pausedUntil: 8 })).toBe(false);
        expect(profile.get().pausedUntil).toBe(8);
        expect(problems).toEqual([{ kind: 'not-writable' }]);
        expect(log.lines.every(({ level }) => level === 'error')).toBe(true);
      },
    );
  });

  test('that cannot be read is left alone', () => {
    mkdirSync(path);
    const { profile, problems } = open();
    expect(profile.get()).toEqual(defaults);
    expect(profile.change({ pausedUntil: 7 })).toBe(false);
    expect(problems).toEqual([{ kind: 'not-writable' }]);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});
