import { z } from 'zod';

/** Text of a form. The two lines of the message become an issue's statement ("… is not <what>") and its hint. */
export function text(what: string, hint: string, form: RegExp): z.ZodString {
  return z.string().regex(form, { error: `${what}\n${hint}` });
}

/** Names that become part of a stack's name: CloudFormation takes letters, digits and hyphens, a letter first. */
export const stackPart = text(
  'a name of letters, digits and hyphens that begins with a letter',
  'Write it like web-api.',
  /^[A-Za-z][A-Za-z0-9-]*$/,
);

export const region = text('an AWS region', 'Write it like ap-northeast-1.', /^[a-z]{2,4}(-[a-z]+)+-\d$/);

export const account = text('an AWS account id', 'Write the 12 digits in quotes, like "123456789012".', /^\d{12}$/);

export const roleName = text('a role name', 'Use up to 64 letters, digits and +=,.@_-.', /^[\w+=,.@-]{1,64}$/);

export const roleArn = text(
  'the ARN of a role',
  'Write it like arn:aws:iam::123456789012:role/NAME.',
  /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/,
);

export const roleNameOrArn = text(
  'a role',
  'Write its ARN, like arn:aws:iam::123456789012:role/NAME, or its name.',
  /^(arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@-]{1,64})$/,
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const loadBalancerName = text(
  'a name that Elastic Load Balancing takes',
  'Use up to 32 letters, digits and hyphens, no hyphen at either end, and do not begin with "internal-".',
  /^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/,
);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
export const securityGroupName = text(
  'a security group name',
  'Use up to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, and do not begin with "sg-".',
  /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
);

/** Auto Scaling groups and launch templates: ASCII without the characters that either of them refuses. */
export const groupName = text(
  'a name that EC2 takes',
  'Use 3 to 128 letters, digits and -_./().',
  /^[\w./()-]{3,128}$/,
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html */
export const capacityProviderName = text(
  'a capacity provider name',
  'Use letters, digits, hyphens and underscores, and do not begin with "aws", "ecs" or "fargate".',
  /^(?!aws|ecs|fargate)[\w-]{1,255}$/i,
);

export const cidrBlock = text(
  'an IPv4 CIDR block',
  'Write it like 10.0.0.0/16.',
  /^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)\/(3[0-2]|[12]?\d)$/,
);

export const subnetId = text('a subnet id', 'Write it like subnet-0123456789abcdef0.', /^subnet-[0-9a-f]{8,17}$/);

/** Status codes that an answer may have: some, ranges of them, or both. */
export const statusCodes = text(
  'a set of HTTP status codes',
  'Write it in quotes like "200", "200-299" or "200,204".',
  /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/,
);

export const urlPath = text('a path', 'Begin it with "/".', /^\/\S{0,1023}$/);

export const port = z.int().min(1).max(65535);

export const tags = z.record(
  text('a tag key', 'Use up to 128 characters, and do not begin with "aws:".', /^(?!aws:).{1,128}$/i),
  text('a tag value', 'Use up to 256 characters.', /^.{0,256}$/),
);
