import { defineConfig } from 'vitest/config';

/**
 * Unit tests have no network, no disk of the user's and no clock but their own; integration tests
 * meet real sockets and files on this machine.
 */
export default defineConfig({
  test: {
    environment: 'node',
    // The integration tests mostly wait for what a clock of the real world decides: more of them than cores.
    maxWorkers: 4,
    // Far more than any test takes: a busy machine is no failure.
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
