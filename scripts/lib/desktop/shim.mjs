// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Programs that stand first in the PATH of the virtual desktop.
 *
 * `xdg-open`, where no browser is: with SUZU_OPENED_URLS set it adds each address as a line to the file
 * of that name, for tests to read; without it the system's own `xdg-open` runs.
 *
 * `dmenu`, which the notification daemon asks to choose among its toasts' buttons: it chooses the first
 * line that holds what the file `choice` in the runtime folder does, as nobody is there to choose.
 * @param {string} folder
 * @returns {Promise<string>} the folder to put first in PATH; it holds nothing else
 */
export async function writeShims(folder) {
  const shims = join(folder, 'bin');
  await mkdir(shims);
  await writeFile(join(shims, 'xdg-open'), openShim(shims), { mode: 0o755 });
  await writeFile(join(shims, 'dmenu'), menuShim, { mode: 0o755 });
  return shims;
}

const menuShim = `#!/bin/sh
exec grep -F -m 1 -e "$(cat "$XDG_RUNTIME_DIR/choice")"
`;

/** @param {string} shims */
const openShim = (shims) => `#!/bin/sh
if [ -n "\${SUZU_OPENED_URLS:-}" ]; then
  printf '%s\\n' "$1" >> "$SUZU_OPENED_URLS"
  exit 0
fi
# Itself taken out of PATH, wherever in it.
PATH=$(printf ':%s:' "$PATH" | sed 's#:${shims}:#:#g; s#^:##; s#:$##') exec xdg-open "$@"
`;
