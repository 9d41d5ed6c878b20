/**
 * `npm run bench:start`: how long an action takes to refuse a missing folder, as a ratio to `node -e 0`, in one
 * interleaved run.
 */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { ACTIONS } from '../src/actions/contract.ts';

const ROUNDS = 15;
const dist = (name: string): string => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
const programs: readonly (readonly [string, readonly string[]])[] = [
  ['node -e 0', ['-e', '0']],
  ...Object.keys(ACTIONS).map((name) => [name, [dist(name)]] as const),
];

const times = new Map(programs.map(([name]) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of programs) {
    const start = performance.now();
    spawnSync(process.execPath, args, {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], INPUT_CONFIG: 'no-such-folder' },
    });
    times.get(name)?.push(performance.now() - start);
  }
}
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const floor = median(times.get('node -e 0') ?? []);
const table = new Table({ head: ['program', 'median ms', 'of node -e 0'] });
for (const [name, values] of times)
  table.push([name, median(values).toFixed(1), `${(median(values) / floor).toFixed(2)} ×`]);
console.log(table.toString());
