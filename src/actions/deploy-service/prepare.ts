import { configFolder, type Environment, type Inputs, readCount, readInputs } from '../inputs.ts';

export interface DeployInputs {
  readonly inputs: Inputs<'deploy-service'>;
  readonly mode: 'plan' | 'apply';
  readonly onCancel: 'rollback' | 'leave';
  readonly folder: string;
  readonly timeoutSeconds: number;
}

/** Checks the inputs with nothing but node's own modules loaded. */
export function prepare(env: Environment): () => Promise<boolean> {
  const inputs = readInputs('deploy-service', env);
  const deploy: DeployInputs = {
    inputs,
    mode: inputs.mode as DeployInputs['mode'],
    onCancel: inputs['on-cancel'] as DeployInputs['onCancel'],
    folder: configFolder(inputs.config),
    timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, 1800),
  };
  return async () => (await import('./run.ts')).run(deploy, env);
}
