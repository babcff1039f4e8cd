// @ts-check
// Runs a command in a desktop session: in the one that is there, else, or with --virtual, in a virtual
// one that ends with the command. The command's exit code is passed on.
import { parseArgs } from 'node:util';
import { oneLine, runMain, UserError } from './lib/cli.mjs';
import { withDesktop } from './lib/desktop-session.mjs';
import { runProgram } from './lib/run.mjs';

const USAGE =
  'node scripts/desktop-session.mjs [--virtual] [--size=1280x800] -- COMMAND [ARGUMENTS]';

/** @param {readonly string[]} words */
function read(words) {
  const split = words.indexOf('--');
  const [program, ...args] = split === -1 ? [] : words.slice(split + 1);
  if (program === undefined) throw new UserError(`No command is given: ${USAGE}`);
  try {
    const { values } = parseArgs({
      args: words.slice(0, split),
      options: { virtual: { type: 'boolean', default: false }, size: { type: 'string' } },
    });
    return { options: values, command: /** @type {const} */ ([program, ...args]) };
  } catch (error) {
    throw new UserError(`${oneLine(error)} (${USAGE})`);
  }
}

await runMain(async () => {
  const { options, command } = read(process.argv.slice(2));
  return withDesktop((env) => runProgram(command, { env }), options);
});
