import type { Json, JsonObject } from './json.ts';

/** A template whose structure has been checked; the values inside are as written. */
export interface Template {
  /** The text that was sent: what GetTemplate answers. */
  readonly body: string;
  readonly description: string | undefined;
  readonly metadata: JsonObject | undefined;
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  readonly mappings: Readonly<Record<string, JsonObject>>;
  readonly conditions: JsonObject;
  readonly resources: Readonly<Record<string, ResourceDeclaration>>;
  readonly outputs: Readonly<Record<string, OutputDeclaration>>;
}

export interface ParameterDeclaration {
  readonly type: string;
  readonly default: string | undefined;
  readonly description: string | undefined;
  readonly noEcho: boolean;
  readonly allowedValues: readonly string[] | undefined;
  readonly allowedPattern: string | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minValue: number | undefined;
  readonly maxValue: number | undefined;
  readonly constraintDescription: string | undefined;
}

export type RemovalPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

export interface ResourceDeclaration {
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | undefined;
  readonly dependsOn: readonly string[];
  readonly metadata: Json | undefined;
  readonly deletionPolicy: RemovalPolicy | undefined;
  readonly updateReplacePolicy: RemovalPolicy | undefined;
  readonly updatePolicy: JsonObject | undefined;
}

export interface OutputDeclaration {
  readonly value: Json;
  readonly description: string | undefined;
  readonly condition: string | undefined;
  readonly exportName: Json | undefined;
}
