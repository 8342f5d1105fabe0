import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Assets live at the root, also for pages under /c/<slug>.
      paths: { relative: false },
    }),
  ],
  build: {
    rollupOptions: {
      // core runs natively, once per process: bundling it would make a second pool and registry.
      external: [/^@hiroba\/core/],
    },
  },
})
