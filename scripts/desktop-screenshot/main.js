// @ts-check
// `electron scripts/desktop-screenshot FILE` writes a picture of the whole first screen to FILE as PNG.
// An Electron is there anyway, so no other program is needed to take pictures of X.
const { app, desktopCapturer, screen } = require('electron');
const { writeFileSync } = require('node:fs');

async function takePicture() {
  const file = process.argv.at(-1);
  if (file === undefined) throw new Error('no file is given');
  const { size, scaleFactor } = screen.getPrimaryDisplay();
  const [source] = await desktopCapturer.getSources({
    types: ['screen'],
    thumbnailSize: { width: size.width * scaleFactor, height: size.height * scaleFactor },
  });
  if (source === undefined || source.thumbnail.isEmpty())
    throw new Error('the screen gave no picture');
  writeFileSync(file, source.thumbnail.toPNG());
}

app
  .whenReady()
  .then(takePicture)
  .then(
    () => app.exit(0),
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      app.exit(1);
    },
  );
