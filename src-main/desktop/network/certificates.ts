import { X509Certificate } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Why a file of certificates cannot be used: a key of the catalogue's `network.certificate`. */
export type CertificateProblem =
  | 'unreadable'
  | 'tooLarge'
  /** No certificate in the PEM format; also a key alone, or a certificate in another format. */
  | 'noCertificate'
  /** It is neither an authority's nor one that a server signed for itself. */
  | 'notAuthority'
  | 'expired'
  | 'notYetValid';

/** An authority that a file of the user names. */
export interface Authority {
  readonly pem: string;
  /** Its common name or organisation; the whole subject where it has neither. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly validTo: number;
}

export type CertificateFile =
  | { readonly kind: 'authorities'; readonly authorities: readonly Authority[] }
  | { readonly kind: 'problem'; readonly problem: CertificateProblem };

/** Bytes. The whole of Mozilla's store is a quarter of it. */
const largestFile = 1024 * 1024;

/** Reads a file that may hold authorities; never rejects. `now`: milliseconds since the epoch. */
export async function readCertificates(path: string, now: number): Promise<CertificateFile> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      // A pipe or a device would never end.
      if (!stat.isFile()) return problem('unreadable');
      if (stat.size > largestFile) return problem('tooLarge');
      return parseCertificates(await file.readFile('utf8'), now);
    } finally {
      await file.close();
    }
  } catch {
    return problem('unreadable');
  }
}

/**
 * The authorities in a PEM text. One that cannot be used makes the whole text unusable, so that nobody
 * believes it to be trusted. A server's own certificate counts where the server signed it itself.
 */
export function parseCertificates(text: string, now: number): CertificateFile {
  const pems = text.match(
    /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END \1?CERTIFICATE-----/g,
  );
  if (pems === null) return problem('noCertificate');
  const authorities: Authority[] = [];
  for (const pem of pems) {
    const certificate = parsed(pem);
    if (certificate === null) return problem('noCertificate');
    if (!certificate.ca && !certificate.checkIssued(certificate)) return problem('notAuthority');
    const validTo = Date.parse(certificate.validTo);
    if (validTo <= now) return problem('expired');
    if (Date.parse(certificate.validFrom) > now) return problem('notYetValid');
    authorities.push({ pem: certificate.toString(), name: nameOf(certificate), validTo });
  }
  return { kind: 'authorities', authorities };
}

function parsed(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** Shown to a person, so bounded. */
function nameOf({ subject }: X509Certificate): string {
  const lines = new Map(
    subject.split('\n').map((line): [string, string] => {
      const [key = '', ...value] = line.split('=');
      return [key, value.join('=')];
    }),
  );
  return (lines.get('CN') ?? lines.get('O') ?? subject.replaceAll('\n', ', ')).slice(0, 120);
}

function problem(kind: CertificateProblem): CertificateFile {
  return { kind: 'problem', problem: kind };
}
