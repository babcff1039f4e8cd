import { readFileSync } from 'node:fs';
import { release, type, version } from 'node:os';

/** The system's name and version, as a person would say them. */
export const systemName: string = linuxName() ?? `${type()} ${release()}, ${version()}`;

/** See os-release(5). */
function linuxName(): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const match = /^PRETTY_NAME="?([^"\n]{1,100})"?$/m.exec(
      readFileSync('/etc/os-release', 'utf8'),
    );
    return match?.[1] === undefined ? null : `${match[1]}, Linux ${release()}`;
  } catch {
    return null;
  }
}
