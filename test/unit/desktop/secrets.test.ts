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
import { keyFile } from '../../../src-main/desktop/key-file.ts';
import { type Cipher, Secrets } from '../../../src-main/desktop/secrets.ts';
import { secretsFile } from '../../../src-main/desktop/secrets-file.ts';
import { memoryLog } from '../../support/memory-log.ts';

const alice = 'alice@example.social';
const bob = 'bob@example.social';
const token = 'a-secret-token';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-secrets-'));
  path = join(folder, 'profile', 'secrets.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A keyring that turns text around and writes its backend's name before it; `basic_text` = none. */
function fakeCipher(backend: string, { locked = false } = {}): Cipher & { asked: boolean[] } {
  const hasKeyring = backend !== 'basic_text';
  const isOpen = hasKeyring && !locked;
  return {
    backend,
    hasKeyring,
    asked: [],
    async openKeyring(again) {
      this.asked.push(again);
      return isOpen;
    },
    encrypt(text) {
      if (!isOpen) throw new Error(`no encryption of ${text}`);
      return Buffer.from(`${backend}:${[...text].reverse().join('')}`);
    },
    decrypt(ciphertext) {
      const [by, text = ''] = ciphertext.toString().split(':');
      if (by !== backend || !isOpen) throw new Error(`cannot decrypt ${text}`);
      return [...text].reverse().join('');
    },
    weak: keyFile(join(folder, 'secrets.key')),
  };
}

function open(cipher: Cipher) {
  const log = memoryLog();
  let changes = 0;
  const secrets = new Secrets({
    cipher,
    file: secretsFile(path, () => 42, log),
    log,
    onChange: () => {
      changes += 1;
    },
  });
  return { secrets, log, changes: () => changes };
}

const onDisk = () => readFileSync(path, 'utf8');

describe('with a keyring', () => {
  test('tokens are kept through a restart, encrypted', async () => {
    await open(fakeCipher('gnome_libsecret')).secrets.save(alice, token);
    expect(onDisk()).not.toContain(token);
    expect(await open(fakeCipher('gnome_libsecret')).secrets.load(alice)).toBe(token);
  });

  test('nobody is asked', async () => {
    const { secrets } = open(fakeCipher('gnome_libsecret'));
    await secrets.save(alice, token);
    expect(secrets.view()).toEqual({ storage: 'keyring', consentNeeded: false });
  });

  test('a newer token takes the place of the older', async () => {
    const { secrets } = open(fakeCipher('kwallet6'));
    await secrets.save(alice, 'old');
    await secrets.save(alice, token);
    expect(await secrets.load(alice)).toBe(token);
    expect(await open(fakeCipher('kwallet6')).secrets.load(alice)).toBe(token);
  });

  test.runIf(process.platform !== 'win32')('only their owner may read the file', async () => {
    await open(fakeCipher('gnome_libsecret')).secrets.save(alice, token);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'profile')).mode & 0o777).toBe(0o700);
  });

  test('what is forgotten is gone from the disk, and nothing else is', async () => {
    const { secrets } = open(fakeCipher('gnome_libsecret'));
    await secrets.save(alice, token);
    await secrets.save(bob, 'another');
    await secrets.forget(alice);
    expect(onDisk()).not.toContain(alice);
    const { secrets: again } = open(fakeCipher('gnome_libsecret'));
    expect(await again.load(alice)).toBeNull();
    expect(await again.load(bob)).toBe('another');
  });

  test('an account without a token has none', async () => {
    expect(await open(fakeCipher('gnome_libsecret')).secrets.load(alice)).toBeNull();
  });
});

describe('without a keyring', () => {
  test('nothing is on disk before the user said so', async () => {
    const { secrets } = open(fakeCipher('basic_text'));
    expect(secrets.view()).toEqual({ storage: 'session', consentNeeded: false });
    await secrets.save(alice, token);
    expect(secrets.view()).toEqual({ storage: 'session', consentNeeded: true });
    expect(readdirSync(folder)).toEqual([]);
    expect(await secrets.load(alice)).toBe(token);
    expect(await open(fakeCipher('basic_text')).secrets.load(alice)).toBeNull();
  });

  test('a question that has lost its token is not asked', async () => {
    const { secrets } = open(fakeCipher('basic_text'));
    await secrets.save(alice, token);
    await secrets.forget(alice);
    expect(secrets.view().consentNeeded).toBe(false);
  });

  test('after a yes, what is there is kept, and what comes too', async () => {
    const { secrets } = open(fakeCipher('basic_text'));
    await secrets.save(alice, token);
    secrets.chooseWeak(true);
    await secrets.save(bob, 'another');
    expect(secrets.view()).toEqual({ storage: 'weak', consentNeeded: false });
    const { secrets: again } = open(fakeCipher('basic_text'));
    expect(again.view()).toEqual({ storage: 'weak', consentNeeded: false });
    expect(await again.load(alice)).toBe(token);
    expect(await again.load(bob)).toBe('another');
  });

  test('after a no, tokens last as long as this run, and nobody is asked again', async () => {
    const { secrets } = open(fakeCipher('basic_text'));
    await secrets.save(alice, token);
    secrets.chooseWeak(false);
    expect(secrets.view()).toEqual({ storage: 'session', consentNeeded: false });
    const { secrets: again } = open(fakeCipher('basic_text'));
    expect(await again.load(alice)).toBeNull();
    await again.save(alice, token);
    expect(again.view()).toEqual({ storage: 'session', consentNeeded: false });
    expect(onDisk()).not.toContain(alice);
  });
});

describe('with a keyring that this desktop has, but that does not open', () => {
  const shut = () => fakeCipher('gnome_libsecret', { locked: true });

  test('it is not bothered before there is a token', () => {
    const cipher = shut();
    const { secrets } = open(cipher);
    expect(secrets.view()).toEqual({ storage: 'keyring', consentNeeded: false });
    expect(cipher.asked).toEqual([]);
  });

  test('the user is asked, and told of the change', async () => {
    const { secrets, changes } = open(shut());
    await secrets.save(alice, token);
    expect(secrets.view()).toEqual({ storage: 'session', consentNeeded: true });
    expect(changes()).toBeGreaterThan(0);
  });

  test('it is asked again when the user signs in again', async () => {
    const cipher = shut();
    const { secrets } = open(cipher);
    await secrets.save(alice, 'first');
    await secrets.save(alice, token);
    expect(cipher.asked).toEqual([false, true]);
  });

  test('after a yes tokens are kept without it, through a restart', async () => {
    const { secrets } = open(shut());
    await secrets.save(alice, token);
    secrets.chooseWeak(true);
    expect(secrets.view()).toEqual({ storage: 'weak', consentNeeded: false });
    expect(onDisk()).not.toContain(token);
    expect(await open(shut()).secrets.load(alice)).toBe(token);
  });

  test('what was kept weakly moves into the keyring once that opens', async () => {
    const { secrets } = open(shut());
    await secrets.save(alice, token);
    secrets.chooseWeak(true);
    expect(onDisk()).toContain('"key-file"');
    const { secrets: again } = open(fakeCipher('gnome_libsecret'));
    expect(await again.load(alice)).toBe(token);
    expect(onDisk()).toContain('"gnome_libsecret"');
    expect(onDisk()).not.toContain('"key-file"');
    expect(again.view().storage).toBe('keyring');
  });

  test('a token that is forgotten while the keyring opens is not kept', async () => {
    const { secrets } = open(fakeCipher('gnome_libsecret'));
    const saving = secrets.save(alice, token);
    await secrets.forget(alice);
    await saving;
    expect(onDisk()).not.toContain(alice);
  });
});

describe('what cannot be decrypted today', () => {
  const later: [string, () => Cipher][] = [
    ['the desktop has another keyring', () => fakeCipher('kwallet6')],
    ['the keyring is locked', () => fakeCipher('gnome_libsecret', { locked: true })],
    ['there is no keyring', () => fakeCipher('basic_text')],
  ];

  test.each(later)('%s: no token, but it is kept for better days', async (_why, cipher) => {
    await open(fakeCipher('gnome_libsecret')).secrets.save(alice, token);
    const { secrets, log } = open(cipher());
    expect(await secrets.load(alice)).toBeNull();
    expect(log.lines).toHaveLength(1);
    await secrets.save(bob, 'another');
    expect(await open(fakeCipher('gnome_libsecret')).secrets.load(alice)).toBe(token);
  });
});

describe('a file that is broken', () => {
  const whole = (name: string) => readFileSync(join(folder, 'profile', name), 'utf8');

  test.each(['', 'not json', '[]', '{"secrets":5}', '{"secrets":{"alice":"text"}}'])(
    '%j is moved aside',
    async (text) => {
      mkdirSync(join(folder, 'profile'));
      writeFileSync(path, text);
      const { secrets, log } = open(fakeCipher('gnome_libsecret'));
      expect(await secrets.load(alice)).toBeNull();
      await secrets.save(alice, token);
      expect(whole('secrets.broken-42.json')).toBe(text);
      expect(await open(fakeCipher('gnome_libsecret')).secrets.load(alice)).toBe(token);
      expect(log.lines.map(({ level }) => level)).toEqual(['error']);
    },
  );

  test('one that cannot be read is moved aside too, not overwritten', async () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'something'), 'of value');
    const { secrets } = open(fakeCipher('gnome_libsecret'));
    await secrets.save(alice, token);
    expect(whole('secrets.broken-42.json/something')).toBe('of value');
    expect(await open(fakeCipher('gnome_libsecret')).secrets.load(alice)).toBe(token);
  });

  test('one that cannot be moved aside is not overwritten either', async () => {
    mkdirSync(join(folder, 'profile'));
    writeFileSync(path, 'not json');
    // What is in the way of the file that is in the way.
    mkdirSync(join(folder, 'profile', 'secrets.broken-42.json'));
    const { secrets } = open(fakeCipher('gnome_libsecret'));
    await secrets.save(alice, token);
    expect(onDisk()).toBe('not json');
    expect(await secrets.load(alice)).toBe(token);
  });

  test('an answer that is none counts as not given', () => {
    mkdirSync(join(folder, 'profile'));
    writeFileSync(path, '{"weakAllowed":"maybe","secrets":{}}');
    expect(open(fakeCipher('basic_text')).secrets.view().storage).toBe('session');
  });
});

test('a disk that takes nothing costs nothing on this run', async () => {
  writeFileSync(join(folder, 'profile'), 'a file where the folder should be');
  const { secrets, log } = open(fakeCipher('gnome_libsecret'));
  await secrets.save(alice, token);
  expect(await secrets.load(alice)).toBe(token);
  expect(log.lines.every(({ level }) => level === 'error')).toBe(true);
  expect(log.lines.length).toBeGreaterThan(0);
});

test('what was there before a failed write stays whole', async () => {
  const { secrets } = open(fakeCipher('gnome_libsecret'));
  await secrets.save(alice, token);
  const before = onDisk();
  mkdirSync(`${path}.new`);
  await secrets.save(bob, 'another');
  expect(onDisk()).toBe(before);
});

test('a token is in no log line, whatever goes wrong', async () => {
  const refusing: Cipher = {
    ...fakeCipher('gnome_libsecret'),
    encrypt: (text) => {
      throw new Error(`could not encrypt ${text}`);
    },
    decrypt: () => {
      throw new Error(`could not decrypt ${token}`);
    },
  };
  await open(fakeCipher('gnome_libsecret')).secrets.save(alice, token);
  const { secrets, log } = open(refusing);
  await secrets.load(alice);
  await secrets.save(alice, token);
  expect(log.lines.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(log.lines)).not.toContain(token);
});
