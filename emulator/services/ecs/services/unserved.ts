import type { CreateServiceRequest, UpdateServiceRequest } from '../../../shapes/ecs.d.ts';
import { unsupported } from '../refusals.ts';

type Request = Partial<CreateServiceRequest> & Partial<UpdateServiceRequest>;

/** Refuses plainly what AWS can do and this emulator cannot, so that nothing seems to be in effect that is not. */
export function refuseUnserved(input: Request): void {
  const { deploymentController, schedulingStrategy, serviceConnectConfiguration, platformVersion } = input;
  const lacking = (what: string) => unsupported(`This emulator has no ${what}.`);
  if (deploymentController && deploymentController.type !== 'ECS')
    throw lacking(`deployment controller ${deploymentController.type}`);
  if (schedulingStrategy === 'DAEMON') throw lacking('scheduling strategy DAEMON');
  if (input.serviceRegistries?.length) throw lacking('Cloud Map, which serviceRegistries are for');
  if (serviceConnectConfiguration?.enabled) throw lacking('Service Connect');
  if (input.volumeConfigurations?.length) throw lacking('EBS volumes');
  if (input.vpcLatticeConfigurations?.length) throw lacking('VPC Lattice');
  if (input.gatewayConnectors?.length) throw lacking('ECS gateways');
  if (input.monitoring?.metricConfigurations?.length) throw lacking('service metrics finer than a minute');
  if (platformVersion !== undefined) throw lacking('Fargate, which platformVersion is for');
}
