/**
 * Runs beside the emulator and outlives it by a moment: told on stdin of each process group (`+PID` and `-PID`, a line
 * each), it kills those that are left when its stdin ends, which happens however the emulator ended.
 */
import { createInterface } from 'node:readline';

const groups = new Set<number>();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const group = Number(line.slice(1));
  if (line.startsWith('+')) groups.add(group);
  else groups.delete(group);
});
lines.on('close', () => {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
});
