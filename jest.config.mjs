export default {
  testEnvironment: 'node',
  // Tests wait for conditions, not for time; a busy machine must not fail them.
  testTimeout: 30_000,
  roots: ['<rootDir>/src', '<rootDir>/emulator', '<rootDir>/tests'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/strip-types.mjs' },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', 'emulator/**/*.ts'],
};
