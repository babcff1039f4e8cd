import type { SecretsView } from '../../ipc/contract.ts';
import { busName, type SessionBus } from '../bus/session-bus.ts';
import { attention, type Finding, fails, works } from './check.ts';

export interface KeyringParts {
  readonly secrets: () => SecretsView;
  /** As in `Cipher.backend`. */
  readonly backend: string;
  /** Null where the keyring is not reached over a bus. */
  readonly bus: SessionBus | null;
}

const serviceName = 'org.freedesktop.secrets';

/** How tokens are kept, and whether what keeps them is still there. */
export async function findKeyring({ secrets, backend, bus }: KeyringParts): Promise<Finding> {
  const { storage } = secrets();
  const advise: Finding['advise'] = (m) => m.diagnostics.keyring.advice;
  if (storage === 'weak') return attention((m) => m.diagnostics.keyring.weak, advise);
  if (storage === 'session') return fails((m) => m.diagnostics.keyring.session, advise);
  const overBus = backend === 'gnome_libsecret' && bus?.state() === 'up';
  if (overBus && !(await isThere(bus))) {
    return fails((m) => m.diagnostics.keyring.gone(backend), advise);
  }
  return works((m) => m.diagnostics.keyring.works(backend));
}

/** Running, or started by whoever asks it something. */
async function isThere(bus: SessionBus): Promise<boolean> {
  const call = { destination: busName, path: '/org/freedesktop/DBus', interface: busName };
  const [owned] = await bus.call({
    ...call,
    member: 'NameHasOwner',
    signature: 's',
    body: [serviceName],
  });
  if (owned === true) return true;
  const [startable] = await bus.call({ ...call, member: 'ListActivatableNames' });
  return Array.isArray(startable) && startable.includes(serviceName);
}
