export function stackUnitId(stack: string): string {
  return `stack/${stack}`;
}

export function serviceUnitId(cluster: string, service: string): string {
  return `service/${cluster}/${service}`;
}
