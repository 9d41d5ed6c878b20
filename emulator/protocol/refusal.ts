import { AwsError } from '../core/errors.ts';
import type { ServiceModel } from './model.ts';

/** An AwsError in the terms of the service's model. */
export interface Refusal {
  /** The code of the query protocols, such as NoSuchEntity. */
  readonly code: string;
  /** The exception shape's name, which the JSON protocols use, such as NoSuchEntityException. */
  readonly shapeName: string;
  readonly message: string;
  readonly status: number;
  /** The member that holds the message: AWS's services do not agree on its case. */
  readonly messageMember: 'message' | 'Message';
}

/** Accepts either of an exception's two names and takes its HTTP status from the model where the error states none. */
export function refusalOf(error: AwsError, model: ServiceModel | undefined): Refusal {
  const exceptions = Object.entries(model?.shapes ?? {}).filter(([, shape]) => shape.exception);
  const [shapeName, shape] = exceptions.find(([name]) => name === error.code) ??
    exceptions.find(([, { error: wire }]) => wire?.code === error.code) ?? [error.code, undefined];
  return {
    code: shape?.error?.code ?? shapeName,
    shapeName,
    message: error.message,
    status: error.status === 400 ? (shape?.error?.httpStatusCode ?? 400) : error.status,
    messageMember: shape?.members?.['Message'] ? 'Message' : 'message',
  };
}

/** The same error under the name that the service's clients see: the query code where the service speaks it. */
export function normalised(error: AwsError, model: ServiceModel): AwsError {
  const { code, shapeName, message, status } = refusalOf(error, model);
  const seen = model.metadata.protocols.some((protocol) => protocol === 'query' || protocol === 'ec2')
    ? code
    : shapeName;
  return new AwsError(seen, message, status);
}
