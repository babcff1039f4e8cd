/**
 * Where a file of the app can be read by other programs, which cannot look into Electron's archive: the
 * packages have the sounds beside it (`asarUnpack` in electron-builder.yml). From source it is where it is.
 */
export function outsideArchive(path: string): string {
  return path.replace(/([\\/])app\.asar(?=[\\/])/, '$1app.asar.unpacked');
}
