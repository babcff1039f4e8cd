import { app } from 'electron';

/**
 * Makes the system hand links over. On Linux the package's desktop entry does; Electron's own way there
 * runs a shell script and blocks until that ends. From source nothing is registered: what runs today
 * from this folder is not what the user wants links to open.
 */
export function registerLinks(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('suzu');
}
