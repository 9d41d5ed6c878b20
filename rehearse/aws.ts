import { XMLParser } from 'fast-xml-parser';

/** Reads from the emulator as an AWS client would; what the rehearsal reports is what AWS's own API says. */
export interface AwsReader {
  json<Output>(service: keyof typeof TARGETS, operation: string, input: object): Promise<Output>;
  /** Members of a list in an answer of the Query protocols, e.g. `ListStackResources`, `StackResourceSummaries`. */
  list(
    service: keyof typeof VERSIONS,
    operation: string,
    input: Readonly<Record<string, string>>,
    list: string,
  ): Promise<readonly Readonly<Record<string, string>>[]>;
}

const TARGETS = { ecs: 'AmazonEC2ContainerServiceV20141113', monitoring: 'GraniteServiceVersion20100801' } as const;
const VERSIONS = { cloudformation: '2010-05-15', ec2: '2016-11-15' } as const;

export function awsReader(endpoint: string, region: string): AwsReader {
  const post = async (service: string, headers: Record<string, string>, body: string): Promise<string> => {
    const scope = `REHEARSAL/20260101/${region}/${service}/aws4_request`;
    const signature = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: signature, 'x-amz-date': '20260101T000000Z', ...headers },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${service} answered ${response.status}: ${text}`);
    return text;
  };
  return {
    json: async (service, operation, input) => {
      const version = service === 'ecs' ? '1.1' : '1.0';
      const headers = {
        'content-type': `application/x-amz-json-${version}`,
        'x-amz-target': `${TARGETS[service]}.${operation}`,
      };
      // Operations without an output answer with no body at all.
      return JSON.parse((await post(service, headers, JSON.stringify(input))) || '{}');
    },
    list: async (service, operation, input, list) => {
      const body = new URLSearchParams({ Action: operation, Version: VERSIONS[service], ...input }).toString();
      const xml = await post(service, { 'content-type': 'application/x-www-form-urlencoded' }, body);
      const parser = new XMLParser({ isArray: (name) => name === 'member' || name === 'item', parseTagValue: false });
      const response = parser.parse(xml)[`${operation}Response`];
      const found = (response[`${operation}Result`] ?? response)[list];
      return found?.member ?? found?.item ?? [];
    },
  };
}
