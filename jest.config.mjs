export default {
  testEnvironment: 'node',
  // Tests wait for conditions, not for time; a busy machine must not fail them.
  testTimeout: 30_000,
  roots: ['<rootDir>/src', '<rootDir>/emulator', '<rootDir>/rehearse', '<rootDir>/tests'],
  // What the runs of all tests needed of AWS is recorded, and held against identity/template.yaml.
  globalSetup: '<rootDir>/tests/identity/global-setup.ts',
  globalTeardown: '<rootDir>/tests/identity/global-teardown.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/strip-types.mjs' },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', 'emulator/**/*.ts'],
};
