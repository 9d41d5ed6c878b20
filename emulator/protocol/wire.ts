import type { IncomingHttpHeaders } from 'node:http';
import type { OperationModel, ServiceModel } from './model.ts';
import type { Refusal } from './refusal.ts';

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An operation that the emulator knows, as a protocol needs it. */
export interface WireOperation extends OperationModel {
  readonly name: string;
  readonly model: ServiceModel;
}

/** How one of AWS's protocols writes inputs, outputs and errors. */
export interface Protocol {
  /**
   * The input as plain data in the emulator's terms, not validated yet; throws AwsError where the body cannot be read.
   */
  readInput(operation: WireOperation, request: WireRequest): unknown;
  writeOutput(operation: WireOperation, output: object, requestId: string): WireResponse;
  /** The model is unknown where the request did not say which service it is for. */
  writeError(refusal: Refusal, model: ServiceModel | undefined, requestId: string): WireResponse;
}
