// @ts-check
// The smallest tray app: an icon with a menu, one toast whose click opens an address, a window on
// demand. It proves that the session and the test support see what an app does.
const { app, BrowserWindow, Menu, nativeImage, Notification, shell, Tray } = require('electron');

/** @param {Record<string, string>} fields */
const tell = (fields) =>
  process.stdout.write(`${JSON.stringify({ t: performance.now(), ...fields })}\n`);

/** What must live as long as the app, which garbage collection would not know. @type {unknown[]} */
const kept = [];

function openWindow() {
  const window = new BrowserWindow({ width: 320, height: 200 });
  window.loadURL('data:text/html,<title>Fixture</title><h1>Hello</h1>');
}

function showTray() {
  const side = 22;
  const pixels = Buffer.alloc(side * side * 4, 0xff);
  const tray = new Tray(nativeImage.createFromBitmap(pixels, { width: side, height: side }));
  tray.setToolTip('Suzu Fixture: ready');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open', click: openWindow },
      { label: 'More', submenu: [{ label: 'Toast', click: showToast }] },
      { label: 'Quit', click: () => app.quit() },
    ]),
  );
  kept.push(tray);
}

function showToast() {
  const words = { title: 'Alice reacted', body: 'to 「こんにちは」 🎉' };
  const toast = new Notification(words);
  /** @param {string} result */
  const happened = (result) => tell({ at: 'toast', id: 'fixture', result, ...words });
  toast.on('show', () => happened('shown'));
  toast.on('close', () => happened('closed'));
  toast.on('click', () => {
    happened('clicked');
    shell.openExternal('https://example.social/notes/1');
  });
  toast.show();
  kept.push(toast);
}

app.on('window-all-closed', () => {
  // It lives in the tray.
});
app.whenReady().then(() => {
  showTray();
  if (!process.argv.includes('--quiet')) showToast();
});
