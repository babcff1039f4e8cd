// @ts-check
// Draws every picture and sound in assets/ anew from its source: `npm run assets`. The results are committed, so
// only who changes a drawing needs to run this.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { drawDemo } from './draw-demo.mjs';
import { drawIcons } from './draw-icons.mjs';
import { renderSvg } from './draw-render.mjs';
import { drawSounds } from './draw-sounds.mjs';
import { trayImages, traySvg } from './draw-tray.mjs';
import { runMain } from './lib/cli.mjs';
import { inProject } from './lib/project.mjs';

async function drawTray() {
  const folder = inProject('assets/tray');
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  await Promise.all(old.map((name) => rm(`${folder}/${name}`)));
  for (const { name, state, panel, pixels } of trayImages()) {
    const png = await renderSvg(traySvg(state, panel, pixels), pixels, pixels);
    await writeFile(`${folder}/${name}`, png);
  }
}

await runMain(async () => {
  for (const made of ['icons', 'toast', 'demo']) {
    await rm(inProject(`assets/${made}`), { recursive: true, force: true });
  }
  await drawTray();
  await drawIcons();
  await drawDemo();
  await drawSounds();
  return 0;
});
