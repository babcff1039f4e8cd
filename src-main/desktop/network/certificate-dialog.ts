import { dialog } from 'electron';
import type { Messages } from '../../engine/messages/index.ts';

/** Lets the user pick a file of certificates; null = none. */
export async function chooseCertificateFile({ network }: Messages): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: network.certificate.choose,
    filters: [{ name: network.certificate.kind, extensions: ['pem', 'crt', 'cer'] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
