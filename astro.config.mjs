import { defineConfig } from 'astro/config'

/** Pages only: our own reader parses the content, our own publish step writes every other file. */
export default defineConfig({
  srcDir: './src/site',
  publicDir: './public',
  trailingSlash: 'always',
  compressHTML: 'jsx',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
})
