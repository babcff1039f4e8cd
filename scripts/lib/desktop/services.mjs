// @ts-check
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Debian asks this program before a package starts a service (`invoke-rc.d`); 101 = do not. */
const POLICY = '/usr/sbin/policy-rc.d';
const REFUSAL = '#!/bin/sh\nexit 101\n';

/**
 * Keeps packages from starting the services that they bring, until what it returns is called. That one
 * also takes back that they start at boot, for those of `services` that were not there before.
 * @param {readonly string[]} services units of systemd
 */
export async function holdServices(services) {
  // A policy that stands there already, as in a container, is the machine's own.
  const isOurs = await writeFile(POLICY, REFUSAL, { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  const known = await Promise.all(services.map(isEnabled));
  const fresh = services.filter((_, index) => !known[index]);
  return async () => {
    if (isOurs) await rm(POLICY, { force: true });
    for (const service of fresh) {
      if (await isEnabled(service)) await systemctl('disable', service);
    }
  };
}

/** @param {string} service */
const isEnabled = (service) => systemctl('is-enabled', service);

/**
 * @param {string} word
 * @param {string} service
 * @returns {Promise<boolean>} false also where there is no systemd
 */
const systemctl = (word, service) =>
  run('systemctl', ['--quiet', word, service]).then(
    () => true,
    () => false,
  );
