/**
 * In the place of `ajv` and `ajv-formats` in what is built: `conf`, below electron-store, makes one only for who gives it a
 * schema (its `#setupValidator`). Whoever does so one day reads why it fails.
 */
export class Ajv2020 {
  constructor() {
    throw new Error('ajv is left out of the build: see electron.vite.config.ts');
  }
}

// biome-ignore lint/style/noDefaultExport: what conf imports of `ajv-formats`, and looks at only together with a schema.
export { Ajv2020 as default };
