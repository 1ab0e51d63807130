import { defineConfig } from 'vitest/config';

// A file of its own, so that the unit tests run without vite.generated.ts, which exists only after Vaadin's build.
export default defineConfig({
  test: { include: ['frontend/**/*.test.ts'], environment: 'node' },
});
