/** Whether JavaScript can read it. AWS's dialect (RE2's) is nearly the same, without lookaround and back references. */
export function compiles(source: string): boolean {
  try {
    return Boolean(new RegExp(source)) && !/\(\?<?[=!]|\\[1-9]/.test(source);
  } catch {
    return false;
  }
}
