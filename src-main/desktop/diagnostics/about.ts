import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { AboutView } from '../../ipc/contract.ts';
import { parseWebAddress } from '../web-address.ts';

const packageSchema = v.object({
  version: v.string(),
  license: v.fallback(v.string(), ''),
  homepage: v.fallback(v.nullable(v.string()), null),
});

/** What the app's own package says of it. @throws when it says nothing of the kind. */
export async function readAbout(appDir: string): Promise<AboutView> {
  const text = await readFile(join(appDir, 'package.json'), 'utf8');
  const { version, license, homepage } = v.parse(packageSchema, JSON.parse(text));
  return { version, license, homepage: realAddress(homepage) };
}

/** Names under `.invalid` are reserved for what does not exist (RFC 2606). */
function realAddress(address: string | null): string | null {
  const url = address === null ? null : parseWebAddress(address);
  return url === null || new URL(url).hostname.endsWith('.invalid') ? null : url;
}

/** The licences of what Suzu is made of. @throws when they are not there: they are built in with the app. */
export function readLicences(appDir: string): Promise<string> {
  return readFile(join(appDir, 'out', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
}
