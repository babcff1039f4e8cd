import { safeStorage } from 'electron';
import type { Cipher } from './secrets.ts';

/** The backends of Linux that are no keyring. */
const weakBackends = ['basic_text', 'unknown'];

/**
 * Electron's `safeStorage`, in its synchronous form, which all supported versions have: the
 * asynchronous one came after Electron 33. Must be made after the app is ready.
 */
export function safeStorageCipher(platform: NodeJS.Platform): Cipher {
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
  return {
    backend,
    isStrong: !weakBackends.includes(backend),
    get isAvailable() {
      return safeStorage.isEncryptionAvailable();
    },
    allowWeak: () => safeStorage.setUsePlainTextEncryption(true),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (ciphertext) => safeStorage.decryptString(ciphertext),
  };
}
