import { AwsError } from '../core/errors.ts';
import type { Credential } from './authorization.ts';
import { ec2 } from './ec2.ts';
import { formParameters } from './form.ts';
import { json } from './json.ts';
import type { ServiceModel } from './model.ts';
import { own } from './model.ts';
import { query } from './query.ts';
import { rpcCbor } from './rpc-cbor.ts';
import { modelBySigningName, modelByTarget, modelByVersion } from './services.ts';
import type { Protocol, WireOperation, WireRequest } from './wire.ts';

/** What a request says about itself before anything is checked. */
export interface Envelope {
  readonly protocol: Protocol;
  readonly operation: string | undefined;
  /** Model that the target or the version names. */
  readonly named: ServiceModel | undefined;
  readonly version: string | undefined;
}

export function openEnvelope(request: WireRequest): Envelope {
  const target = request.headers['x-amz-target'];
  if (request.headers['smithy-protocol'] === 'rpc-v2-cbor') {
    const [, prefix = '', operation] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(request.path) ?? [];
    return { protocol: rpcCbor, operation, named: modelByTarget(prefix), version: undefined };
  }
  const contentType = request.headers['content-type'] ?? '';
  if (typeof target === 'string' || contentType.startsWith('application/x-amz-json')) {
    const [prefix = '', operation] = String(target ?? '').split('.', 2);
    return { protocol: json, operation, named: modelByTarget(prefix), version: undefined };
  }
  const parameters = formParameters(request);
  const version = parameters.get('Version');
  const named = modelByVersion(version);
  return { protocol: named?.service === 'ec2' ? ec2 : query, operation: parameters.get('Action'), named, version };
}

/**
 * The operation that a request is for. Throws what AWS answers to an operation that it, or the emulator, does not have.
 */
export function identify({ protocol, operation, named, version }: Envelope, credential: Credential): WireOperation {
  const model = modelBySigningName(credential.service);
  if (!model) throw unknown(protocol, `This emulator has no service that signs as '${credential.service}'.`);
  if (protocol === query || protocol === ec2) {
    if (operation === undefined) throw new AwsError('MissingAction', 'No action was supplied with this request.');
    if (named !== model) throw new AwsError('InvalidAction', notFound(operation, version));
  }
  if (operation === undefined || named !== model)
    throw unknown(protocol, 'The request names no operation of the service that it is signed for.');
  const known = own(model.operations, operation);
  if (known) return { ...known, name: operation, model };
  if (model.lacking.includes(operation))
    throw unknown(protocol, `This emulator lacks ${model.metadata.serviceId}'s operation ${operation}.`);
  throw unknown(
    protocol,
    protocol === ec2 ? `The action ${operation} is not valid for this web service.` : notFound(operation, version),
  );
}

function notFound(operation: string, version: string | undefined): string {
  return `Could not find operation ${operation}${version === undefined ? '' : ` for version ${version}`}`;
}

const unknown = (protocol: Protocol, message: string): AwsError =>
  new AwsError(protocol === query || protocol === ec2 ? 'InvalidAction' : 'UnknownOperationException', message);
