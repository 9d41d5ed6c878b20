import type { CreateServiceCommandInput, UpdateServiceCommandInput } from '@aws-sdk/client-ecs';
import { arnName } from '../../../model/arn.ts';
import type { ServiceView } from '../../../model/service-views.ts';
import type { Services } from '../../../ports/services.ts';
import { chunked } from '../chunks.ts';
import type { AwsSettings } from '../clients.ts';
import { calling } from '../errors.ts';
import { callingOnFirstUse } from '../first-use.ts';
import { tagList } from '../json-shape.ts';
import { ecsClient, unlessMissing } from './ecs-client.ts';
import { createServiceDeployments } from './service-deployments.ts';
import { serviceView } from './service-views.ts';
import { readTasks } from './tasks.ts';

const DESCRIBED = 10;

export function createServices(settings: AwsSettings): Services {
  const ecs = ecsClient(settings);
  return {
    ...createServiceDeployments(ecs),
    describe: (cluster, names) =>
      calling(`describing services ${names.join(', ')}`, async () => {
        const { sdk, client } = await ecs();
        const pages = await unlessMissing([], () =>
          chunked(names, DESCRIBED, (services) =>
            client.send(new sdk.DescribeServicesCommand({ cluster, services, include: ['TAGS'] })),
          ),
        );
        const found = pages.flatMap((page) => page.services ?? []).map(serviceView);
        const live = new Map(found.filter(({ status }) => status !== 'INACTIVE').map((view) => [view.name, view]));
        return names.map((name) => live.get(name));
      }),
    list: (cluster) =>
      calling(`listing services of ${cluster}`, async () => {
        const { sdk, client } = await ecs();
        const pages = await unlessMissing([], () => Array.fromAsync(sdk.paginateListServices({ client }, { cluster })));
        return pages.flatMap((page) => page.serviceArns ?? []).map((arn) => arnName(arn));
      }),
    create: (cluster, request, tags) =>
      callingOnFirstUse(`creating service ${request['serviceName']}`, async () => {
        const { sdk, client } = await ecs();
        const input: unknown = { ...request, cluster, tags: tagList(tags) };
        const { service } = await client.send(new sdk.CreateServiceCommand(input as CreateServiceCommandInput));
        return required(service && serviceView(service));
      }),
    update: (cluster, name, request) =>
      callingOnFirstUse(`updating service ${name}`, async () => {
        const { sdk, client } = await ecs();
        const input: unknown = { ...request, cluster, service: name };
        const { service } = await client.send(new sdk.UpdateServiceCommand(input as UpdateServiceCommandInput));
        return required(service && serviceView(service));
      }),
    tag: (resourceArn, tags) =>
      calling(`tagging ${resourceArn}`, async () => {
        const { sdk, client } = await ecs();
        await client.send(new sdk.TagResourceCommand({ resourceArn, tags: tagList(tags) }));
      }),
    delete: (cluster, service) =>
      calling(`deleting service ${service}`, async () => {
        const { sdk, client } = await ecs();
        await client.send(new sdk.DeleteServiceCommand({ cluster, service, force: true }));
      }),
    tasks: (cluster, serviceName, desiredStatus) =>
      calling(`reading ${desiredStatus.toLowerCase()} tasks of service ${serviceName}`, async () =>
        unlessMissing([], async () => readTasks(await ecs(), cluster, { serviceName, desiredStatus })),
      ),
  };
}

function required(view: ServiceView | undefined): ServiceView {
  if (!view) throw new Error('ECS answered without a service');
  return view;
}
