import * as v from 'valibot';
import { type BusQuestion, readBoolean, readFirst } from '../bus-fact.ts';
import { propertyQuestion } from '../bus-property.ts';

/** Whether the computer runs on its battery; on the system bus. */
export const upower: BusQuestion = propertyQuestion({
  service: 'org.freedesktop.UPower',
  path: '/org/freedesktop/UPower',
  interface: 'org.freedesktop.UPower',
  property: 'OnBattery',
  read: readBoolean,
});

/** `NMMetered`: 0 = unknown, 1 = yes, 2 = no, 3 = guessed yes, 4 = guessed no. */
const metered: ReadonlyMap<unknown, boolean> = new Map([
  [1, true],
  [2, false],
  [3, true],
  [4, false],
]);

/** Whether the network is paid by volume; on the system bus. */
export const networkManager: BusQuestion = propertyQuestion({
  service: 'org.freedesktop.NetworkManager',
  path: '/org/freedesktop/NetworkManager',
  interface: 'org.freedesktop.NetworkManager',
  property: 'Metered',
  read: (value) => metered.get(v.parse(v.number(), value)) ?? null,
});

const networkMonitor = 'org.freedesktop.portal.NetworkMonitor';

/** The same through the portal, which is also there where the system bus is out of reach. */
export const networkPortal: BusQuestion = {
  service: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
  interface: networkMonitor,
  member: 'GetMetered',
  read: readFirst,
  signals: [{ interface: networkMonitor, member: 'changed' }],
};
