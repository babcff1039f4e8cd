// @ts-check

import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import dbus from '@particle/dbus-next';
import { startPiece } from './piece.mjs';

const SERVICES = '/usr/share/dbus-1/services';
/** xfce4-panel and xfwm4 read their settings from it. */
const STARTED_ON_DEMAND = ['org.xfce.Xfconf.service'];

/**
 * Starts a private session bus. Unlike the system's default one it starts nothing on demand but the
 * settings service: a desktop "without notifications" must not get a daemon because someone asked.
 * @param {{ folder: string, runtimeDir: string, env: NodeJS.ProcessEnv }} options `folder` for its files
 */
export async function startBus({ folder, runtimeDir, env }) {
  const services = join(folder, 'services');
  await mkdir(services, { recursive: true });
  const present = existsSync(SERVICES) ? readdirSync(SERVICES) : [];
  for (const name of STARTED_ON_DEMAND.filter((service) => present.includes(service))) {
    await copyFile(join(SERVICES, name), join(services, name));
  }
  const address = `unix:path=${join(runtimeDir, 'bus')}`;
  const config = join(folder, 'bus.conf');
  await writeFile(config, busConfig(address, services));
  const piece = startPiece({
    name: 'session bus',
    command: [
      'dbus-daemon',
      `--config-file=${config}`,
      '--nofork',
      '--nopidfile',
      '--print-address=3',
    ],
    env,
  });
  await piece.until(once(piece.extra, 'data'));
  return { piece, address };
}

/**
 * @param {string} address
 * @param {string} services
 */
const busConfig = (address, services) => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * A connection that watches who owns which name, so that readiness is asked for and not slept for.
 * @param {string} address
 */
export async function watchNames(address) {
  const bus = dbus.sessionBus({ busAddress: address });
  await once(bus, 'connect');
  /** @param {string} member @param {string} signature @param {unknown[]} body */
  const ask = async (member, signature, body) => {
    const destination = 'org.freedesktop.DBus';
    const path = '/org/freedesktop/DBus';
    const reply = await bus.call(
      new dbus.Message({ destination, path, interface: destination, member, signature, body }),
    );
    return reply?.body[0];
  };
  await ask('AddMatch', 's', [
    "type='signal',member='NameOwnerChanged',sender='org.freedesktop.DBus'",
  ]);

  /**
   * @param {string} name
   * @param {boolean} owned
   */
  async function settles(name, owned) {
    const changed = new Promise((resolve) => {
      /** @param {dbus.Message} message */
      const listen = (message) => {
        if (message.member !== 'NameOwnerChanged' || message.body[0] !== name) return;
        if ((message.body[2] !== '') !== owned) return;
        bus.off('message', listen);
        resolve(undefined);
      };
      bus.on('message', listen);
    });
    if ((await ask('NameHasOwner', 's', [name])) !== owned) await changed;
  }

  return {
    /** @param {string} name resolves once a program owns the name */
    owned: (name) => settles(name, true),
    /** @param {string} name resolves once nothing owns the name */
    released: (name) => settles(name, false),
    close: () => bus.disconnect(),
  };
}
