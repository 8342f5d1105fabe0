import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/**/tables.ts', './src/platform/facts/facts.ts', './src/platform/facts/outbox.ts'],
  out: './migrations',
})
