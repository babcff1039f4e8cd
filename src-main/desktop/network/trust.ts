import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { Log } from '../../engine/log.ts';
import { type CertificateFile, readCertificates } from './certificates.ts';
import type { Trust } from './dialler.ts';

export interface TrustOptions {
  readonly now: () => number;
  /** See `systemCertificates`. */
  readonly systemCertificates: () => Promise<readonly string[]>;
  readonly log: Log;
}

/** A file of the user's, as it was found last. */
export interface KnownFile {
  readonly path: string;
  readonly file: CertificateFile;
}

/** The authorities that are trusted: Node's, and those of the user and of the system on top. */
export interface UserTrust extends Trust {
  /** The files that the settings name, as they were found last. */
  readonly files: readonly KnownFile[];
  /** Reads these files and trusts what they name from now on, and nothing of other files any more. */
  use(paths: readonly string[]): Promise<void>;
}

export function createTrust({ now, systemCertificates, log }: TrustOptions): UserTrust {
  let files: readonly KnownFile[] = [];
  let reading: Promise<void> = Promise.resolve();
  /** Null until an authority was unknown: reading the system's store takes a while, and few need it. */
  let system: Promise<readonly string[]> | null = null;
  let isAsked = false;
  let ofSystem: readonly string[] = [];
  let context: SecureContext | undefined;

  const rebuild = () => {
    const ofUser = files.flatMap(({ file }) =>
      file.kind === 'authorities' ? file.authorities.map(({ pem }) => pem) : [],
    );
    const more = [...ofUser, ...ofSystem];
    context = more.length === 0 ? undefined : contextOf(more, log);
  };

  return {
    get files() {
      return files;
    },
    async context() {
      await reading;
      return context;
    },
    async extend() {
      const wasAsked = isAsked;
      system ??= systemCertificates();
      ofSystem = await system;
      if (!isAsked) {
        isAsked = true;
        rebuild();
        log.info('network: an authority was unknown, so the system was asked for its own', {
          found: ofSystem.length,
        });
      }
      return !wasAsked && ofSystem.length > 0;
    },
    use(paths) {
      const read = async () => {
        const found = await Promise.all(
          paths.map(async (path) => ({ path, file: await readCertificates(path, now()) })),
        );
        files = found;
        rebuild();
      };
      reading = reading.then(read);
      return reading;
    },
  };
}

function contextOf(more: readonly string[], log: Log): SecureContext | undefined {
  try {
    return createSecureContext({ ca: [...rootCertificates, ...more] });
  } catch (error) {
    // OpenSSL refuses one of them: at least what Node trusts by itself still counts.
    log.warn('network: certificates could not be used', { error: String(error) });
    return undefined;
  }
}
