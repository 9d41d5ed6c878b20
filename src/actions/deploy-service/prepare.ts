import { checkConnectTo } from '../../adapters/runner/connect-to.ts';
import { ToolkitError } from '../../model/errors.ts';
import { configFolder, type Environment, type Inputs, readCount, readInputs } from '../inputs.ts';

export interface DeployInputs {
  readonly inputs: Inputs<'deploy-service'>;
  readonly mode: 'plan' | 'apply' | 'continue' | 'rollback';
  readonly onCancel: 'rollback' | 'leave';
  /** undefined where the live services are meant, without config. */
  readonly folder: string | undefined;
  /** undefined where the rollouts themselves say how long they take. */
  readonly timeoutSeconds: number | undefined;
}

const REVISION = /^(?:\d+|[\w-]+:\d+|arn:\S+:task-definition\/[\w-]+:\d+)$/;

/** Checks the inputs with nothing but node's own modules loaded. */
export function prepare(env: Environment): () => Promise<boolean> {
  const inputs = readInputs('deploy-service', env);
  const mode = inputs.mode as DeployInputs['mode'];
  const isLive = inputs.config === '' && inputs.cluster !== '';
  checkRollback(inputs);
  checkContinue(inputs);
  checkConnectTo(inputs['connect-to']);
  if (isLive) checkLive(inputs, env);
  const deploy: DeployInputs = {
    inputs,
    mode,
    onCancel: inputs['on-cancel'] as DeployInputs['onCancel'],
    folder: isLive ? undefined : configFolder(inputs.config),
    timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, undefined),
  };
  return async () => (await import('./run.ts')).run(deploy, env);
}

function checkRollback({ mode, revision, images }: DeployInputs['inputs']): void {
  if (mode !== 'rollback' && revision !== '') {
    throw new ToolkitError('INPUT_INVALID', `Input revision is given with mode ${mode}.`, {
      hint: 'Give `mode: rollback` with it, or leave it out.',
    });
  }
  if (mode === 'rollback' && images !== '') {
    throw new ToolkitError('INPUT_INVALID', 'Input images is given with mode rollback.', {
      hint: 'A rollback uses a whole revision: name it with the input revision, and leave images out.',
    });
  }
  if (revision === '' || REVISION.test(revision)) return;
  throw new ToolkitError('INPUT_INVALID', `Input revision is ${JSON.stringify(revision)}.`, {
    hint: 'Give `family:revision`, e.g. `sample:3`, or the number alone.',
  });
}

function checkContinue({ mode, action, images }: DeployInputs['inputs']): void {
  if (mode !== 'continue' && action !== 'continue') {
    throw new ToolkitError('INPUT_INVALID', `Input action is given with mode ${mode}.`, {
      hint: 'Give `mode: continue` with it, or leave it out.',
    });
  }
  if (mode !== 'continue' || images === '') return;
  throw new ToolkitError('INPUT_INVALID', 'Input images is given with mode continue.', {
    hint: 'The paused deployment has its images already: leave the input images out.',
  });
}

/** Without config nothing says where the cluster is, which services it has and what they should run. */
function checkLive({ service, images, mode }: DeployInputs['inputs'], env: Environment): void {
  const hint = 'Or give the input config, and deploy from there.';
  if (service === '' || service.includes('*')) {
    throw new ToolkitError('INPUT_MISSING', 'Without config, the input service has to name the services.', { hint });
  }
  if (['plan', 'apply'].includes(mode) && images === '') {
    throw new ToolkitError('INPUT_MISSING', 'Without config, the input images has to say what to deploy.', { hint });
  }
  if (env['AWS_REGION'] || env['AWS_DEFAULT_REGION']) return;
  throw new ToolkitError('INPUT_MISSING', 'Without config, AWS_REGION has to say where the cluster is.', {
    hint: 'Set it with aws-region of configure-aws-credentials, or as an environment variable.',
  });
}
