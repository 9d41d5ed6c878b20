import type { RedirectActionConfig } from '../../../shapes/elbv2.d.ts';

export interface RedirectSource {
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly query: string;
}

/** The Location of a redirect action whose defaults are filled in; the port is always part of it, as ALB writes it. */
export function redirectLocation(config: RedirectActionConfig, source: RedirectSource): string {
  const keywords: Readonly<Record<string, string>> = {
    protocol: source.protocol,
    host: source.host,
    port: String(source.port),
    path: source.path.replace(/^\//, ''),
    query: source.query,
  };
  const fill = (text = ''): string => text.replace(/#\{(\w+)\}/g, (whole, name: string) => keywords[name] ?? whole);
  const query = fill(config.Query);
  const origin = `${fill(config.Protocol).toLowerCase()}://${fill(config.Host)}:${fill(config.Port)}`;
  return `${origin}${fill(config.Path)}${query === '' ? '' : `?${query}`}`;
}
