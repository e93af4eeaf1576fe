import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    globalSetup: ["tests/support/cluster.ts"],
    // Patience costs nothing where all is well; how quick things are is measured in bench/.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    pool: "forks",
    maxWorkers: 2,
    // Loading the house anew for each file took a third of the time; files share nothing that matters (a database each).
    isolate: false,
    coverage: { provider: "v8", include: ["lib/**", "server/**", "db/**"] },
  },
});
