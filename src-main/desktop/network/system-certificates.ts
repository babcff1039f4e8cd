import { readFile } from 'node:fs/promises';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';

/** Where Linux systems keep all their authorities in one file: Debian, Fedora, openSUSE, Alpine. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const;

/**
 * The authorities that this computer's own store has, as PEM; none where they cannot be had. Node asks
 * the store since version 22.15 (`tls.getCACertificates`), and blocks for as long as the system thinks,
 * which may be seconds on macOS: a thread of its own asks it. Never rejects.
 */
export async function systemCertificates(platform: NodeJS.Platform): Promise<readonly string[]> {
  if ('getCACertificates' in tls) {
    const found = await askInThread();
    if (found.length > 0) return found;
  }
  if (platform !== 'linux') return [];
  for (const path of linuxBundles) {
    const text = await readFile(path, 'utf8').catch(() => '');
    const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
    if (pems !== null) return pems;
  }
  return [];
}

const question = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage(require('node:tls').getCACertificates('system'));
`;

function askInThread(): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const thread = new Worker(question, { eval: true });
    thread.once('message', (answer: unknown) => resolve(isTexts(answer) ? answer : []));
    thread.once('error', () => resolve([]));
    thread.once('exit', () => resolve([]));
  });
}

function isTexts(answer: unknown): answer is string[] {
  return Array.isArray(answer) && answer.every((entry) => typeof entry === 'string');
}
