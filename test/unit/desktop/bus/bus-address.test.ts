import { expect, test } from 'vitest';
import {
  sessionBusAddress,
  systemBusAddress,
} from '../../../../src-main/desktop/bus/bus-address.ts';

test('the address that the session names wins', () => {
  expect(
    sessionBusAddress({
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/a,guid=1',
      XDG_RUNTIME_DIR: '/run/user/1',
    }),
  ).toBe('unix:path=/run/a,guid=1');
});

test('of several addresses the first Unix socket is taken', () => {
  expect(
    sessionBusAddress({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=h,port=1;unix:abstract=/tmp/x' }),
  ).toBe('unix:abstract=/tmp/x');
});

test.each(['disabled:', 'autolaunch:', 'unixexec:path=/bin/sh'])('%s is no bus', (address) => {
  expect(sessionBusAddress({ DBUS_SESSION_BUS_ADDRESS: address })).toBeNull();
});

test("without an address the user's own socket is used", () => {
  expect(sessionBusAddress({ XDG_RUNTIME_DIR: '/run/user/1000' })).toBe(
    'unix:path=/run/user/1000/bus',
  );
});

test('an empty address is none', () => {
  const environment = { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/1000' };
  expect(sessionBusAddress(environment)).toBe('unix:path=/run/user/1000/bus');
});

test.each([{}, { XDG_RUNTIME_DIR: 'relative' }, { DBUS_SESSION_BUS_ADDRESS: '' }])(
  'where nothing names a bus there is none: %j',
  (environment) => {
    expect(sessionBusAddress(environment)).toBeNull();
  },
);

test.each([
  [{}, 'unix:path=/run/dbus/system_bus_socket'],
  [{ DBUS_SYSTEM_BUS_ADDRESS: '' }, 'unix:path=/run/dbus/system_bus_socket'],
  [{ DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/run/own' }, 'unix:path=/run/own'],
  [{ DBUS_SYSTEM_BUS_ADDRESS: 'tcp:host=h,port=1' }, null],
])('the system bus of %j listens at %s', (environment, address) => {
  expect(systemBusAddress(environment)).toBe(address);
});
