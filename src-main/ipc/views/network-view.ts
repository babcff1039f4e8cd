import { basename } from 'node:path';
import type { NetworkState } from '../../desktop/network/network.ts';
import type { KnownFile } from '../../desktop/network/trust.ts';
import type { Messages } from '../../engine/messages/index.ts';
import type { CertificateView, Locale, NetworkView, SavingReason } from '../contract.ts';

/** How the servers are reached, as the window shows it. */
export function networkView(
  state: NetworkState,
  saving: SavingReason | null,
  { network: words }: Messages,
  locale: Locale,
): NetworkView {
  const { proxy, proxyUser, wantsPassword } = state;
  const certificates = state.certificates.map((file) => certificateView(file, words, locale));
  return { proxy, proxyUser, wantsPassword, certificates, saving };
}

function certificateView(
  { path, file }: KnownFile,
  { certificate: words }: Messages['network'],
  locale: Locale,
): CertificateView {
  if (file.kind === 'problem') {
    return { path, name: basename(path), detail: words.problem[file.problem], usable: false };
  }
  const ends = Math.min(...file.authorities.map(({ validTo }) => validTo));
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(ends);
  return {
    path,
    // A bundle may hold a hundred.
    name:
      file.authorities.length > 3
        ? basename(path)
        : file.authorities.map(({ name }) => name).join(', '),
    detail: words.validUntil(date),
    usable: true,
  };
}
