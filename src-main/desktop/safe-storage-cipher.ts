import { safeStorage } from 'electron';
import type { KeyFile } from './key-file.ts';
import type { Cipher } from './secrets.ts';

/** The backends of Linux that are no keyring. */
const weakBackends = ['basic_text', 'unknown'];

/** What Electron encrypts with the key that is the same everywhere begins so. */
const weakMark = Buffer.from('v10');

/**
 * Electron's `safeStorage` where there is a keyring, else a key file once that is allowed. In its
 * synchronous form, which all supported versions have: the asynchronous one came after Electron 33.
 * Must be made after the app is ready.
 *
 * @param open see `openSecretService`; only asked where that service is the keyring.
 */
export function safeStorageCipher(
  platform: NodeJS.Platform,
  open: () => Promise<boolean>,
  weak: KeyFile,
): Cipher {
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
  const hasKeyring = !weakBackends.includes(backend);
  let isOpen: Promise<boolean> | null = null;

  async function askKeyring(): Promise<boolean> {
    if (!hasKeyring) return false;
    if (backend === 'gnome_libsecret' && !(await open())) return false;
    return safeStorage.isEncryptionAvailable();
  }

  return {
    backend,
    hasKeyring,
    openKeyring: (again) => {
      if (isOpen === null || again) isOpen = askKeyring();
      return isOpen;
    },
    encrypt(text) {
      const ciphertext = safeStorage.encryptString(text);
      if (platform === 'linux' && ciphertext.subarray(0, weakMark.length).equals(weakMark)) {
        throw new Error('The keyring was not used');
      }
      return ciphertext;
    },
    decrypt: (ciphertext) => safeStorage.decryptString(ciphertext),
    weak,
  };
}
