import { readFileSync, renameSync } from 'node:fs';
import * as v from 'valibot';
import type { Log } from '../engine/log.ts';
import { replacePrivateFile } from '../engine/private-file.ts';

/** What is on disk: ciphertexts by account, each with the means that made it. */
export interface SecretsContent {
  /** The user's answer to whether weak storage is acceptable; null = not asked yet. */
  readonly weakAllowed: boolean | null;
  readonly secrets: Readonly<Record<string, StoredSecret>>;
}

export interface StoredSecret {
  /** `safeStorage`'s backend when it was written; tells why it may not be readable today. */
  readonly backend: string;
  /** Base64. */
  readonly ciphertext: string;
}

export interface SecretsFile {
  read(): SecretsContent;
  /** @throws when the disk does not take it; the old content stands then. */
  write(content: SecretsContent): void;
}

const contentSchema = v.object({
  weakAllowed: v.fallback(v.nullable(v.boolean()), null),
  secrets: v.record(v.string(), v.object({ backend: v.string(), ciphertext: v.string() })),
});

const empty: SecretsContent = { weakAllowed: null, secrets: {} };

/**
 * A file that only its owner may read. One that cannot be read or understood is moved aside, never
 * overwritten: what is in it may be of use to somebody who knows more.
 */
export function secretsFile(path: string, now: () => number, log: Log): SecretsFile {
  let isInTheWay = false;

  const moveAside = () => {
    const savedAs = path.replace(/\.json$/, `.broken-${now()}.json`);
    renameSync(path, savedAs);
    isInTheWay = false;
    log.error('secrets: the file is broken and was moved aside', { savedAs });
  };

  return {
    read() {
      try {
        const content = parse(readFileSync(path, 'utf8'));
        if (content !== null) return content;
      } catch (error) {
        if (isMissing(error)) return empty;
        log.error('secrets: could not be read', { error: String(error) });
      }
      isInTheWay = true;
      try {
        moveAside();
      } catch (error) {
        log.error('secrets: could not be moved aside', { error: String(error) });
      }
      return empty;
    },
    write(content) {
      if (isInTheWay) moveAside();
      replacePrivateFile(path, JSON.stringify({ version: 1, ...content }));
    },
  };
}

function parse(text: string): SecretsContent | null {
  try {
    const parsed = v.safeParse(contentSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
