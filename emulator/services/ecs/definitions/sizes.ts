/** `"256"`, `".25 vCPU"` and `"0.25 vcpu"` are the same CPU units; NaN where it is none of them. */
export const cpuUnits = (text: string): number => quantity(text, /^\s*([\d.]+)\s*vcpu\s*$/i, 1024);

/** `"512"` and `"0.5 GB"` are the same MiB; NaN where it is neither. */
export const memoryMiB = (text: string): number => quantity(text, /^\s*([\d.]+)\s*gb\s*$/i, 1024);

function quantity(text: string, inLargeUnits: RegExp, factor: number): number {
  const large = inLargeUnits.exec(text);
  if (large) return Number(large[1]) * factor;
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}
