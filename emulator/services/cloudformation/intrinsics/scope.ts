import type { Json, JsonObject } from '../template/json.ts';
import type { Template } from '../template/template.ts';

/** Everything outside a value that its evaluation may read. */
export interface Scope {
  readonly template: Pick<Template, 'mappings' | 'conditions'>;
  /** Values of parameters and pseudo parameters; a list for list types. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** Ref of a resource; undefined where the stack has none of that name. */
  readonly ref: (logicalId: string) => Json | undefined;
  readonly attribute: (logicalId: string, attribute: string) => Json | undefined;
  /** An export's value; undefined where no stack exports that name. */
  readonly importValue: (name: string) => Json | undefined;
  readonly availabilityZones: (region: string) => readonly string[];
}

/** Scope of what comes before any resource: conditions, and parameters in the template's metadata. */
export function parameterScope(template: Scope['template'], parameters: JsonObject): Scope {
  return {
    template,
    parameters,
    ref: () => undefined,
    attribute: () => undefined,
    importValue: () => undefined,
    availabilityZones: () => [],
  };
}
