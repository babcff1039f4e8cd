// @ts-check
// `npm test`: every check there is, in order, up to the first that fails.
import { checks, endToEnd, endToEndNeeds } from './lib/checks.mjs';
import { oneLine, runMain, UserError } from './lib/cli.mjs';

const isCi = /^(1|true)$/i.test(process.env['CI'] ?? '');

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @param {import('./lib/checks.mjs').Check} check */
async function perform({ name, run }) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  say(`\n▶ ${name}`);
  try {
    await run();
  } catch (error) {
    throw new UserError(`npm test stopped at "${name}" after ${seconds()}: ${oneLine(error)}`);
  }
  say(`✔ ${name}: ${seconds()}`);
}

await runMain(async () => {
  // First, because it may take long and may need the network.
  const obstacle = await endToEndNeeds();
  if (obstacle !== undefined && isCi) {
    throw new UserError(`The end-to-end tests cannot run, and in CI they have to: ${obstacle}`);
  }
  for (const check of checks) await perform(check);
  if (obstacle === undefined) await perform(endToEnd);
  say(
    obstacle === undefined
      ? '\nEverything passed.'
      : `\nEverything else passed; the end-to-end tests were left out: ${obstacle}`,
  );
  return 0;
});
