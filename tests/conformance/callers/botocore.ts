import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ec2 } from '../../../emulator/protocol/ec2.ts';
import { json } from '../../../emulator/protocol/json.ts';
import { loadModel } from '../../../emulator/protocol/model.ts';
import { query } from '../../../emulator/protocol/query.ts';
import { rpcCbor } from '../../../emulator/protocol/rpc-cbor.ts';
import type { Answer, Caller, JsonObject } from '../step.ts';
import type { Reader } from '../witnesses/shapes.ts';

export interface Botocore {
  readonly version: string;
  /** A client of that endpoint and region, in the same process. */
  caller(endpoint: string, region: string): Required<Caller>;
  readonly reader: Reader;
  stop(): void;
}

/** Of those that a service speaks the first is read. */
const PROTOCOLS = { 'smithy-rpc-v2-cbor': rpcCbor, json, query, ec2 } as const;

/** Starts one Python process that serves all calls. Rejects where that Python has no botocore. */
export async function startBotocore(python: string): Promise<Botocore> {
  const child = spawn(python, [fileURLToPath(new URL('strict_client.py', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null' },
  });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let complaints = '';
  let ids = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = `${complaints}${chunk.toString()}`.slice(-2_000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, ...answer } = JSON.parse(line) as Answer & { readonly id: number };
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.on('error', fail);
  child.stdin.on('error', fail);
  child.on('exit', () => fail(new Error(`${python} with botocore ended: ${complaints}`)));

  const ask = (request: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      ids += 1;
      waiting.set(ids, { resolve, reject });
      child.stdin.write(`${JSON.stringify({ id: ids, ...request })}\n`);
    });
  const { output } = await ask({ do: 'version' });
  return {
    version: String(output?.['version']),
    caller: (endpoint, region) => {
      const to = { endpoint, region };
      return {
        call: (service, operation, input: JsonObject) => ask({ do: 'call', ...to, service, operation, input }),
        wait: (service, waiter, input) => ask({ do: 'wait', ...to, service, waiter, input }),
        paginate: (service, operation, input, pageSize) =>
          ask({ do: 'paginate', ...to, service, operation, input, pageSize }),
      };
    },
    reader: {
      read: (service, operation, write) => {
        const [protocol] = loadModel(service).metadata.protocols;
        if (!protocol) throw new Error(`${service} speaks no protocol`);
        const { status, headers, body } = write(PROTOCOLS[protocol]);
        const answer = { status, headers, body: Buffer.from(body).toString('base64') };
        return ask({ do: 'parse', service, operation, protocol, ...answer });
      },
    },
    stop: () => child.kill(),
  };
}
