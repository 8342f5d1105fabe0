import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig, type Plugin } from 'vite'
import { developing } from './developing.ts'

export default defineConfig({
  plugins: [
    developing(),
    withoutHydrationMarks(),
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

/**
 * Svelte marks blocks with comments so that a browser can take the page over. No page of the plaza
 * is taken over (`csr = false`), so its components are built without: a topic page of 20 posts is
 * 5.4 kB (17 %) smaller. A component that is hydrated must not stand in these folders.
 */
function withoutHydrationMarks(): Plugin {
  return {
    name: 'hiroba:without-hydration-marks',
    enforce: 'post',
    transform(code, id, options) {
      if (!options?.ssr || !/\/src\/(lib\/|routes\/(\(plaza\)|\+)).*\.svelte$/.test(id)) return
      return { code: code.replace(/<!--(\[[-!\d]*|\]|)-->/g, ''), map: null }
    },
  }
}
