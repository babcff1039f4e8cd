import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Encryption with a key that lies beside what it protects. */
export interface KeyFile {
  /** @throws when the key can be neither read nor made. */
  encrypt(text: string): Buffer;
  /** @throws when it was encrypted by other means, with another key, or was changed. */
  decrypt(ciphertext: Buffer): string;
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** What every ciphertext begins with. */
const mark = Buffer.from('suzu-key-file-1:');

/**
 * Encrypts with a random key in a file that only its owner may read. It keeps tokens out of backups
 * and screenshots of `secrets.json`, but not from another program of the same user: that is what
 * makes this storage weak. It stands in for Electron's own weak storage, which uses a key that is the
 * same on every computer, and which Electron refuses on desktops whose keyring is merely not running.
 */
export function keyFile(path: string): KeyFile {
  function readKey(): Buffer {
    const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
    if (key.length !== keyBytes) throw new Error('The key file is broken');
    return key;
  }

  function makeKey(): Buffer {
    const key = randomBytes(keyBytes);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(path, 'wx', 0o600);
    try {
      writeFileSync(file, key.toString('base64'));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return key;
  }

  function readOrMakeKey(): Buffer {
    try {
      return readKey();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return makeKey();
      throw error;
    }
  }

  return {
    encrypt(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, readOrMakeKey(), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([mark, nonce, cipher.getAuthTag(), body]);
    },
    decrypt(ciphertext) {
      if (!ciphertext.subarray(0, mark.length).equals(mark))
        throw new Error('Not encrypted with a key file');
      const nonceEnd = mark.length + nonceBytes;
      const tagEnd = nonceEnd + tagBytes;
      const decipher = createDecipheriv(
        algorithm,
        readKey(),
        ciphertext.subarray(mark.length, nonceEnd),
        { authTagLength: tagBytes },
      );
      decipher.setAuthTag(ciphertext.subarray(nonceEnd, tagEnd));
      const body = decipher.update(ciphertext.subarray(tagEnd));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    },
  };
}
