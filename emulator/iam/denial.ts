import { AwsError } from '../core/errors.ts';
import type { ServiceName } from '../core/world.ts';
import { loadModel } from '../protocol/model.ts';
import type { Judgement } from './caller-policies.ts';

interface Denied extends Judgement {
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
}

/** A refusal in the words of AWS, under the code that the service's protocol has for it. */
export function denial(service: ServiceName, { caller, action, resource, verdict, by }: Denied): AwsError {
  const reason =
    verdict === 'explicit-deny'
      ? `with an explicit deny in ${article(by)}`
      : `because no ${by} allows the ${action} action`;
  const text = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
  switch (dialectOf(service)) {
    case 'ec2':
      return new AwsError('UnauthorizedOperation', `You are not authorized to perform this operation. ${text}`, 403);
    case 'json':
      return new AwsError('AccessDeniedException', text);
    case 'query':
      return new AwsError('AccessDenied', text, 403);
  }
}

/** An access key that nobody has. */
export function unknownKey(service: ServiceName | undefined): AwsError {
  const text = 'The security token included in the request is invalid.';
  switch (service && dialectOf(service)) {
    case 'ec2':
      return new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
    case 'json':
      return new AwsError('UnrecognizedClientException', text);
    case 'query':
    case undefined:
      return new AwsError('InvalidClientTokenId', text, 403);
  }
}

const article = (kind: string | undefined): string => `${kind?.startsWith('i') ? 'an' : 'a'} ${kind}`;

/** CloudWatch, which speaks all of them, keeps the codes of its query protocol. */
function dialectOf(service: ServiceName): 'ec2' | 'json' | 'query' {
  const { protocols } = loadModel(service).metadata;
  return protocols.includes('ec2') ? 'ec2' : protocols.includes('query') ? 'query' : 'json';
}
