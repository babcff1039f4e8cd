// @ts-check
// `node scripts/stage-rollout.mjs PERCENT FILE…`: says in feeds of updates (latest*.yml) how many of a
// hundred installs are offered the new version. The release workflows run it.
import { readFile, writeFile } from 'node:fs/promises';
import { runMain, UserError } from './lib/cli.mjs';
import { readPercent, withRollout } from './lib/rollout.mjs';

await runMain(async () => {
  const [typed, ...files] = process.argv.slice(2);
  const percent = readPercent(typed);
  if (percent === null || files.length === 0) {
    throw new UserError(
      'Usage: node scripts/stage-rollout.mjs PERCENT FILE…, PERCENT from 0 to 100.',
    );
  }
  for (const file of files) {
    await writeFile(file, withRollout(await readFile(file, 'utf8'), percent));
    process.stdout.write(`${file}: ${percent} %\n`);
  }
  return 0;
});
