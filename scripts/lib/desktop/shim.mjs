// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * An `xdg-open` that stands first in the PATH of the virtual desktop, where no browser is. With
 * SUZU_OPENED_URLS set it adds each address as a line to the file of that name, for tests to read;
 * without it the system's own `xdg-open` runs.
 * @param {string} folder
 * @returns {Promise<string>} the folder to put first in PATH; it holds nothing else
 */
export async function writeOpenShim(folder) {
  const shims = join(folder, 'bin');
  await mkdir(shims);
  await writeFile(join(shims, 'xdg-open'), shim(shims), { mode: 0o755 });
  return shims;
}

/** @param {string} shims */
const shim = (shims) => `#!/bin/sh
if [ -n "\${SUZU_OPENED_URLS:-}" ]; then
  printf '%s\\n' "$1" >> "$SUZU_OPENED_URLS"
  exit 0
fi
# Itself taken out of PATH, wherever in it.
PATH=$(printf ':%s:' "$PATH" | sed 's#:${shims}:#:#g; s#^:##; s#:$##') exec xdg-open "$@"
`;
