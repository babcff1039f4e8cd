/**
 * Where the session bus listens, as a D-Bus server address; null where this session has none.
 * `DBUS_SESSION_BUS_ADDRESS` wins; without it the socket that systemd makes for every user is used.
 * Only Unix sockets are taken: the other transports (`autolaunch:`, `unixexec:`, `disabled:`) start
 * programs or are not a bus.
 */
export function sessionBusAddress(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const given = environment['DBUS_SESSION_BUS_ADDRESS'];
  if (given !== undefined && given !== '') return unixAddressIn(given);
  const runtimeDirectory = environment['XDG_RUNTIME_DIR'];
  if (runtimeDirectory === undefined || !runtimeDirectory.startsWith('/')) return null;
  return `unix:path=${runtimeDirectory}/bus`;
}

/** Where the system bus listens, as a D-Bus server address; only Unix sockets, as above. */
export function systemBusAddress(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const given = environment['DBUS_SYSTEM_BUS_ADDRESS'];
  if (given !== undefined && given !== '') return unixAddressIn(given);
  return 'unix:path=/run/dbus/system_bus_socket';
}

function unixAddressIn(addresses: string): string | null {
  return addresses.split(';').find((address) => address.startsWith('unix:')) ?? null;
}
