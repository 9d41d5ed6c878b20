/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
const LONGEST = 32;
const SUFFIX = '-alb';

/**
 * `<cluster>-alb`, as far as Elastic Load Balancing takes that: a name that is too long is cut, and a number made of
 * all of it keeps two such names apart; one that begins with `internal-` is reserved.
 */
export function loadBalancerName(cluster: string): string {
  const stem = cluster.replace(/^internal-/, 'x-internal-');
  if (stem.length + SUFFIX.length <= LONGEST) return `${stem}${SUFFIX}`;
  const end = `-${checksum(cluster).toString(36)}${SUFFIX}`;
  return `${stem.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`;
}

/** FNV-1a in 32 bits. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
