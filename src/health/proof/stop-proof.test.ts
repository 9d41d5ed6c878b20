import { describe, expect, test } from '@jest/globals';
import { aContainer, aStoppedTask } from '../../../tests/builders/task.ts';
import type { TaskView } from '../../model/service-views.ts';
import { proveByStop } from './stop-proof.ts';

function unpulled(reason: string): TaskView {
  return aStoppedTask({
    startedAt: undefined,
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'Task failed to start',
    containers: [aContainer({ name: 'nginx' }), aContainer({ reason })],
  });
}

function unstarted(stoppedReason: string): TaskView {
  return aStoppedTask({
    startedAt: undefined,
    stopCode: 'TaskFailedToStart',
    stoppedReason,
    containers: [aContainer()],
  });
}

const SECRETS =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed';
const USER = 'User: arn:aws:sts::123456789012:assumed-role/task-role/0123 is not authorized to perform';

describe('one stopped task proves', () => {
  test.each([
    [
      'image',
      'a tag that is not there',
      unpulled(
        'CannotPullContainerError: Error response from daemon: manifest for nginx:nope not found: manifest unknown: manifest unknown',
      ),
    ],
    ['image', 'an image that is not there', unpulled('CannotPullContainerError: app:9 not found')],
    [
      'image',
      'a repository that is not there',
      unpulled(
        "CannotPullContainerError: Error response from daemon: pull access denied for nothing, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
      ),
    ],
    [
      'image',
      'a repository that ECR does not have',
      unpulled(
        "CannotPullContainerError: Error response from daemon: repository 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/app not found: name unknown: The repository with name 'app' does not exist in the registry with id '123456789012'",
      ),
    ],
    ['image', 'a digest', unpulled('CannotPullImageManifestError: Error response from daemon: manifest unknown')],
    [
      'image',
      "containerd's word",
      unstarted(
        'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/app:9: docker.io/library/app:9: not found',
      ),
    ],
    [
      'access',
      'a registry without credentials',
      unpulled(
        'CannotPullContainerError: Head "https://registry.example/v2/app/manifests/1": no basic auth credentials',
      ),
    ],
    [
      'access',
      'a registry that refuses',
      unpulled(
        'CannotPullContainerError: Error response from daemon: Head "https://ghcr.example/v2/a/b": denied: permission_denied',
      ),
    ],
    [
      'access',
      'an instance role that may not use ECR',
      unpulled(
        `CannotPullECRContainerError: AccessDeniedException: ${USER}: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows it`,
      ),
    ],
    [
      'access',
      'a secret that may not be read',
      unstarted(
        `${SECRETS}: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: ${USER}: secretsmanager:GetSecretValue on resource: db`,
      ),
    ],
    [
      'access',
      'a parameter that may not be read',
      unstarted(
        `Fetching secret data from SSM Parameter Store in ap-northeast-1: AccessDeniedException: ${USER}: ssm:GetParameters`,
      ),
    ],
    [
      'secret',
      'a secret that is not there',
      unstarted(
        `${SECRETS}: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
      ),
    ],
    [
      'secret',
      'a parameter that is not there',
      unstarted('Fetching secret data from SSM Parameter Store in ap-northeast-1: invalid parameters: /shop/db'),
    ],
    [
      'secret',
      'a key that the secret does not hold',
      unstarted(`${SECRETS}: retrieved secret from Secrets Manager did not contain json key password`),
    ],
    [
      'secret',
      'a secret that is being deleted',
      unstarted(
        "Fetching secret data from AWS Secrets Manager in region ap-northeast-1: secret db: InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.",
      ),
    ],
    [
      'platform',
      'an image for another platform',
      unpulled("CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'"),
    ],
    [
      'platform',
      'a list of manifests without the platform',
      unpulled('CannotPullContainerError: no matching manifest for linux/arm64/v8 in the manifest list entries'),
    ],
    [
      'platform',
      'a binary for another platform',
      unpulled(
        'CannotStartContainerError: Error response from daemon: failed to create task for container: exec /app: exec format error',
      ),
    ],
  ])('%s: %s', (kind, _, task) => {
    expect(proveByStop(task)).toMatchObject({ kind, nextStep: expect.stringMatching(/\.$/) });
  });

  test('and says in one sentence what', () => {
    expect(proveByStop(unpulled('CannotPullContainerError: app:9 not found'))).toMatchObject({
      cause: 'the image of container app cannot be pulled: CannotPullContainerError: app:9 not found',
    });
    expect(proveByStop(unstarted('SSM Parameter Store: invalid parameters: /shop/db'))).toMatchObject({
      cause:
        'a secret or parameter that the task needs does not exist: SSM Parameter Store: invalid parameters: /shop/db',
    });
  });
});

describe('one stopped task proves nothing', () => {
  test.each([
    [
      'where the registry limits the rate',
      unpulled(
        'CannotPullContainerError: Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
      ),
    ],
    ['where ECR limits the rate', unpulled('CannotPullContainerError: denied: toomanyrequests: Rate exceeded')],
    [
      'where the registry does not answer',
      unpulled(
        'CannotPullContainerError: Error response from daemon: Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
      ),
    ],
    [
      'where its name is not found',
      unpulled(
        'CannotPullContainerError: Get "https://registry.example/v2/": dial tcp: lookup registry.example on 10.0.0.2:53: no such host; not found',
      ),
    ],
    [
      'where it is overloaded',
      unpulled('CannotPullContainerError: unexpected status: 503 Service Unavailable: not found'),
    ],
    [
      'where it fails',
      unpulled('CannotPullContainerError: received unexpected HTTP status: 500 Internal Server Error'),
    ],
    [
      'where the connection breaks',
      unpulled('CannotPullContainerError: read tcp 10.0.0.1:443: connection reset by peer'),
    ],
    [
      'where a token has expired',
      unpulled('CannotPullContainerError: denied: Your authorization token has expired. Reauthenticate and try again.'),
    ],
    ['where the disk is full', unpulled('CannotPullContainerError: failed to register layer: no space left on device')],
    [
      'where secrets cannot be reached',
      unstarted(
        `${SECRETS}: unable to retrieve secret from asm: RequestError: send request failed caused by: Post "https://secretsmanager.ap-northeast-1.amazonaws.com/": dial tcp 10.0.0.5:443: i/o timeout`,
      ),
    ],
    ['where secrets are throttled', unstarted(`${SECRETS}: ThrottlingException: Rate exceeded`)],
    [
      'where Docker is slow',
      unpulled('DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s'),
    ],
    [
      'where the log group is missing',
      unpulled(
        'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
      ),
    ],
    [
      'where its container exited',
      aStoppedTask({
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [aContainer({ exitCode: 1 })],
      }),
    ],
    [
      'where the load balancer found it unhealthy',
      aStoppedTask({ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed ELB health checks in (tg)' }),
    ],
    [
      'where it ran all the same, without a container that is not essential',
      aStoppedTask({
        stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
        containers: [aContainer({ exitCode: 0 }), aContainer({ reason: 'CannotPullContainerError: app:9 not found' })],
      }),
    ],
    ['where it was replaced', aStoppedTask({ stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' })],
    ['where a spot instance went', aStoppedTask({ stopCode: 'SpotInterruption', stoppedReason: 'Spot interruption' })],
    ['where nobody says why', aStoppedTask()],
  ])('%s', (_, task) => {
    expect(proveByStop(task)).toBeUndefined();
  });
});
