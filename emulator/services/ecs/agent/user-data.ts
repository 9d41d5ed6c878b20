/** What an instance's user data puts into /etc/ecs/ecs.config, as far as the emulated agent heeds it. */
export interface AgentConfiguration {
  readonly cluster: string;
  readonly stopTimeoutMs: number;
  readonly reservedMemoryMiB: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The agent's defaults are those of its README. */
export function agentConfiguration(userDataBase64: string | undefined): AgentConfiguration {
  const settings = settingsIn(Buffer.from(userDataBase64 ?? '', 'base64').toString('utf8'));
  return {
    cluster: settings.get('ECS_CLUSTER') || 'default',
    stopTimeoutMs: durationMs(settings.get('ECS_CONTAINER_STOP_TIMEOUT')) ?? 30_000,
    reservedMemoryMiB: Number(settings.get('ECS_RESERVED_MEMORY') ?? 0) || 0,
    attributes: attributesIn(settings.get('ECS_INSTANCE_ATTRIBUTES')),
  };
}

/**
 * User data is a script that nobody runs here: assignments are taken from its text, whatever writes them; the last one
 * wins.
 */
function settingsIn(script: string): Map<string, string> {
  const assignments = script.matchAll(/\b(ECS_[A-Z_]+)=(\{[^}]*\}|"[^"]*"|'[^']*'|[^\s"'|&;>]*)/g);
  return new Map([...assignments].map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]));
}

/** Go's notation, as far as such a setting needs it: `10s`, `2m`, `1m30s`, `500ms`. */
function durationMs(text: string | undefined): number | undefined {
  if (!text || !/^(\d+(ms|s|m|h))+$/.test(text)) return undefined;
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  return [...text.matchAll(/(\d+)(ms|s|m|h)/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0),
    0,
  );
}

function attributesIn(json: string | undefined): Record<string, string> {
  try {
    return JSON.parse(json ?? '{}');
  } catch {
    // The agent logs an error and goes on without.
    return {};
  }
}
