/** Whether a certificate for these names is good for the host; a wildcard stands for one label. */
export function isCovered(host: string, names: readonly string[]): boolean {
  const wanted = host.toLowerCase();
  const parent = wanted.slice(wanted.indexOf('.') + 1);
  return names.some((name) => {
    const pattern = name.toLowerCase();
    return pattern === wanted || (pattern.startsWith('*.') && pattern.slice(2) === parent && wanted.includes('.'));
  });
}
