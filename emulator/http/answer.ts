import { AwsError } from '../core/errors.ts';
import type { CallContext, Caller, ServiceName } from '../core/world.ts';
import type { Authorization, AuthorizationRequest } from '../iam/authorization.ts';
import type { Credential } from '../protocol/authorization.ts';
import { readCredential } from '../protocol/authorization.ts';
import type { Envelope } from '../protocol/identify.ts';
import { identify, openEnvelope } from '../protocol/identify.ts';
import { refusalOf } from '../protocol/refusal.ts';
import type { WireOperation, WireRequest, WireResponse } from '../protocol/wire.ts';
import { accessLevelOf, isWrite } from './access-levels.ts';
import type { Faults } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';

/** What the wire front needs of the account behind it. */
export interface Account {
  now(): number;
  requestId(): string;
  /** Throws AwsError where the key has expired, or where policies are enforced and nobody has it. */
  caller(accessKeyId: string, service: ServiceName | undefined): Caller;
  /** What the request needs to be allowed, and whether it is. */
  authorize(request: AuthorizationRequest): Promise<Authorization>;
  perform(
    region: string,
    service: ServiceName,
    operation: string,
    input: unknown,
    context: CallContext,
  ): Promise<object>;
  /** What AWS is to do wrong. */
  readonly faults: Pick<Faults, 'before' | 'after'>;
  log(request: LoggedRequest): void;
  /** Told of what is no fault of the client: the emulator itself is wrong. */
  defect(error: unknown): void;
}

/** How far a request came before it was answered. */
interface Progress {
  readonly envelope: Envelope;
  credential?: Credential;
  caller?: Caller;
  operation?: WireOperation;
  authorization?: Authorization;
}

/** Whoever wants a role by a token has no access key yet to sign with. */
const UNSIGNED: ReadonlySet<string> = new Set(['AssumeRoleWithWebIdentity']);
const NOBODY: Credential = { accessKeyId: '', region: 'us-east-1', service: 'sts' };

/** Answers one request to AWS's API, whatever it holds; `problem` is what its body already suffers from. */
export async function answer(
  request: WireRequest,
  problem: AwsError | undefined,
  account: Account,
): Promise<WireResponse> {
  const requestId = account.requestId();
  const progress: Progress = { envelope: openEnvelope(request) };
  const { protocol, named } = progress.envelope;
  try {
    const response = await perform(request, problem, progress, account, requestId);
    account.log(entry(account.now(), progress, response.status));
    return response;
  } catch (error) {
    if (!(error instanceof AwsError)) account.defect(error);
    const model = progress.operation?.model ?? named;
    const refusal = refusalOf(error instanceof AwsError ? error : internalFailure(error), model);
    account.log(entry(account.now(), progress, refusal.status, refusal.code));
    return protocol.writeError(refusal, model, requestId);
  }
}

async function perform(
  request: WireRequest,
  problem: AwsError | undefined,
  progress: Progress,
  account: Account,
  requestId: string,
): Promise<WireResponse> {
  const { envelope } = progress;
  if (problem) throw problem;
  const signed = readCredential(request);
  const credential = signed ?? (UNSIGNED.has(envelope.operation ?? '') ? NOBODY : undefined);
  if (!credential) throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  progress.credential = credential;
  const known = signed ? account.caller(credential.accessKeyId, envelope.named?.service) : { arn: 'anonymous' };
  const appId = appIdOf(request);
  const { accessKeyId: signedWith } = credential;
  const caller = { ...known, ...(signed && { accessKeyId: signedWith }), ...(appId !== undefined && { appId }) };
  progress.caller = caller;
  const operation = identify(envelope, credential);
  progress.operation = operation;
  const { name, model } = operation;
  const input = envelope.protocol.readInput(operation, request);
  const { accessKeyId, region } = credential;
  const subject = { service: model.service, operation: name, input, region, accessKeyId, caller };
  progress.authorization = await account.authorize(subject);
  if (progress.authorization.refusal) throw progress.authorization.refusal;
  const faulty = { operation: `${model.service}:${name}`, accessKeyId, input };
  const kept = account.faults.before(faulty);
  const output = kept ?? (await account.perform(region, model.service, name, input, { requestId, caller }));
  if (!kept) account.faults.after(faulty, output);
  return envelope.protocol.writeOutput(operation, output, requestId);
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-appid.html */
const appIdOf = ({ headers }: WireRequest): string | undefined =>
  /(?:^| )app\/(\S+)/.exec(headers['user-agent'] ?? '')?.[1];

function internalFailure(error: unknown): AwsError {
  const message = `The emulator failed: ${error instanceof Error ? error.message : String(error)}`;
  return new AwsError('InternalFailure', message, 500);
}

function entry(at: number, progress: Progress, status: number, errorCode?: string): LoggedRequest {
  const { envelope, credential, caller, operation, authorization } = progress;
  const accessLevel = operation && accessLevelOf(operation.model.service, operation.name);
  return {
    at: Math.round(at),
    service: operation?.model.service ?? envelope.named?.service,
    operation: operation?.name ?? envelope.operation,
    region: credential?.region,
    accessLevel,
    write: accessLevel !== undefined && isWrite(accessLevel),
    caller: caller?.arn,
    appId: caller?.appId,
    accessKeyId: credential?.accessKeyId,
    permissions: authorization?.permissions ?? [],
    status,
    errorCode,
  };
}
