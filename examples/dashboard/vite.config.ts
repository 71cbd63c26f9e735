import { defineConfig } from 'vite';

// The page works in any folder of any server.
export default defineConfig({ base: './' });
