import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { Fetch } from '../../engine/fetch.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { NetworkError } from '../../engine/streaming/network-problem.ts';
import { readBounded } from '../images/named-fetch.ts';

/** Bytes, as much as Chromium itself would load. */
const largestScript = 1024 * 1024;
const patienceMs = 10_000;

/** Reads what somebody typed as the address of a proxy script: http, https or file. Null for anything else. */
export function parseScriptAddress(typed: string): URL | null {
  try {
    const url = new URL(typed.trim());
    const isKnown = ['http:', 'https:', 'file:'].includes(url.protocol);
    return isKnown && url.username === '' && url.password === '' ? url : null;
  } catch {
    return null;
  }
}

/**
 * Loads a proxy script (PAC) and makes sure that it is one. Chromium could load it too, but then says
 * nothing where that fails, goes around the proxy, and reads no files.
 *
 * @param fetch connects without any proxy.
 * @throws NetworkError `proxy-settings`
 */
export async function loadProxyScript(
  address: string,
  fetch: Fetch,
  clock: Clock,
): Promise<string> {
  const url = parseScriptAddress(address);
  const text =
    url === null
      ? null
      : await (url.protocol === 'file:' ? readScript(url) : ask(url, fetch, clock));
  if (text === null || !isScript(text)) throw new NetworkError('proxy-settings');
  return text;
}

async function readScript(url: URL): Promise<string | null> {
  try {
    const file = await open(fileURLToPath(url), 'r');
    try {
      const stat = await file.stat();
      return stat.isFile() && stat.size <= largestScript ? await file.readFile('utf8') : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

async function ask(url: URL, fetch: Fetch, clock: Clock): Promise<string | null> {
  const abort = new AbortController();
  const timer = clock.setTimeout(() => abort.abort(), patienceMs);
  try {
    const response = await fetch(url.href, { signal: abort.signal });
    const bytes = response.ok ? await readBounded(response, largestScript) : null;
    return bytes && new TextDecoder().decode(bytes);
  } catch {
    return null;
  } finally {
    timer.cancel();
    abort.abort();
  }
}

/** Only parsed, never run here: Chromium runs it, in a process of its own. */
function isScript(text: string): boolean {
  if (!/\bFindProxyForURL/.test(text)) return false;
  try {
    new Script(text);
    return true;
  } catch {
    return false;
  }
}
