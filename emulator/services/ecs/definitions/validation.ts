import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';
import { checkPlacement } from '../services/placement.ts';
import { checkDependencies } from './dependencies.ts';
import { checkHealthCheck } from './health-check.ts';
import { checkLogs } from './logs.ts';
import { checkPorts, checkPortsOfTask } from './ports.ts';
import { checkRoles } from './roles.ts';
import { checkContainerMemory, checkFargate, checkTaskSize } from './task-size.ts';
import { checkTimeouts } from './timeouts.ts';
import { checkVariables } from './variables.ts';
import { checkVolumes } from './volumes.ts';

const LONGEST_BYTES = 65_536;
const MOST_CONTAINERS = 10;

/** Refuses what RegisterTaskDefinition refuses, in its words where somebody published them. */
export function checkDefinition(request: RegisterTaskDefinitionRequest): void {
  const { family, containerDefinitions: containers } = request;
  if (!/^[\w-]{1,255}$/.test(family)) throw clientError('Family contains invalid characters.');
  const length = Buffer.byteLength(JSON.stringify(request));
  if (length > LONGEST_BYTES)
    throw clientError(`Actual length: '${length}'. Max allowed length is '${LONGEST_BYTES}' bytes.`);
  if (containers.length === 0) throw clientError('Container list cannot be empty.');
  if (containers.length > MOST_CONTAINERS) throw clientError('Too many containers.');
  for (const container of containers) checkContainer(container, request);
  const names = containers.map(({ name }) => name);
  if (new Set(names).size < names.length) throw clientError('Each container definition must have a unique name.');
  if (containers.every(({ essential }) => essential === false))
    throw clientError('Invalid task definition. At least one container must be marked as essential.');
  checkRoles(request);
  checkVolumes(request);
  checkPortsOfTask(request);
  checkTaskSize(request);
  checkFargate(request);
  checkDependencies(containers);
  checkPlacement(request);
}

function checkContainer(container: ContainerDefinition, request: RegisterTaskDefinitionRequest): void {
  const { name, image, healthCheck, logConfiguration } = container;
  if (!name) throw clientError('Container.name should not be null or empty.');
  if (!/^[\w-]{1,255}$/.test(name)) throw clientError(`Invalid container name '${name}'.`);
  if (!image) throw clientError('Container.image should not be null or empty.');
  if (!/^[\w./:@#-]+$/.test(image)) throw clientError('Container.image contains invalid characters.');
  checkContainerMemory(container, request);
  checkPorts(container, request);
  checkVariables(container);
  checkTimeouts(container);
  if (healthCheck) checkHealthCheck(name, healthCheck);
  if (logConfiguration) checkLogs(logConfiguration);
}
