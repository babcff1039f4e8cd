/** Without marks between their words. */
const secretNames =
  /^(?:access|auth|api|client|private|bearer|user|x)*(?:token|auth|authorization|cookie|key|secret|password|passwd|passphrase|passcode|pwd|pass|sig|signature|jwt|credential)s?$/;

/** Whether what stands under a name, in an address or a message, is likely to be a secret. */
export function isSecretName(name: string): boolean {
  return secretNames.test(name.toLowerCase().replaceAll(/[^a-z]/g, ''));
}
