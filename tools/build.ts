/** Builds dist/, or the folder that is named. */
import { fileURLToPath } from 'node:url';
import { buildBundle } from './bundle.ts';

const [out = 'dist'] = process.argv.slice(2);
buildBundle({ folder: fileURLToPath(new URL('../', import.meta.url)), project: 'tsconfig.build.json', out });
