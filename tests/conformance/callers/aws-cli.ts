import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Caller, JsonObject } from '../step.ts';

const CALL_MS = 60_000;

/** The AWS CLI, one process a call. `folder` takes its configuration. */
export function awsCli(program: string, endpoint: string, region: string, folder: string): Caller {
  const config = join(folder, 'aws-config');
  writeFileSync(config, '[default]\ncli_timestamp_format = iso8601\ncli_pager =\n');
  const environment = {
    ...process.env,
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ACCESS_KEY_ID: 'emulator',
    AWS_SECRET_ACCESS_KEY: 'emulator',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
  };
  return {
    call: (service, operation, input) => {
      const where = ['--endpoint-url', endpoint, '--region', region, '--output', 'json'];
      const command = [service, commandName(operation), '--cli-input-json', JSON.stringify(input), ...where];
      return new Promise((resolve) => {
        execFile(
          program,
          command,
          { env: environment, timeout: CALL_MS, maxBuffer: 1 << 25 },
          (error, stdout, stderr) => resolve(error ? failure(stderr, error) : read(stdout)),
        );
      });
    },
  };
}

/** `DescribeVpcs` is describe-vpcs. */
function commandName(operation: string): string {
  return operation.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();
}

function read(stdout: string): Answer {
  return { output: (stdout.trim() === '' ? {} : JSON.parse(stdout)) as JsonObject, complaints: [] };
}

function failure(stderr: string, error: Error): Answer {
  const [, code, message = ''] = /An error occurred \((\S+)\) when calling the \w+ operation: (.*)/s.exec(stderr) ?? [];
  if (code === undefined) return { output: {}, complaints: [(stderr.trim() || error.message).slice(0, 500)] };
  return { error: { code, status: 0, message }, complaints: [] };
}
