import { defineConfig } from 'vite';

export default defineConfig({
  // The page works in any folder of any server.
  base: './',
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
