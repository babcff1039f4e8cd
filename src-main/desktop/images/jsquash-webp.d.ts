// The package's own types name the DOM's ImageData and the WebAssembly namespace, which Node's lack.
declare module '@jsquash/webp/decode.js' {
  export function init(options: { readonly wasmBinary: Uint8Array }): Promise<void>;
  /** Rejects for what is no still WebP picture. */
  export default function decode(webp: ArrayBuffer): Promise<{
    /** RGBA, 8 bits each. */
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }>;
}
