import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type {
  Action,
  CreateListenerInput,
  DeleteListenerInput,
  DescribeListenersInput,
  DescribeListenersOutput,
  Listener as ListenerShape,
  ModifyListenerInput,
} from '../../../shapes/elbv2.d.ts';
import { listenerArn, ruleArn } from '../arns.ts';
import { initialAttributes } from '../attributes/attributes.ts';
import { LISTENER_ATTRIBUTES } from '../attributes/listener.ts';
import type { Context } from '../context.ts';
import { findListener, findLoadBalancer, validationError } from '../finders.ts';
import { markedPage } from '../pages.ts';
import { QUOTAS } from '../quotas.ts';
import { normalizeActions } from '../rules/actions.ts';
import type { Listener, LoadBalancer } from '../store.ts';
import { listenersOf } from '../store.ts';
import { mergeTags } from '../tags.ts';
import { checkForwarding } from './forwarding.ts';
import type { ListenerProtocol } from './listener-protocol.ts';
import { listenerProtocol } from './listener-protocol.ts';

export function listenerOperations(context: Context) {
  const { world, store, targets, plane } = context;

  const openLater = (listener: Listener): void => {
    world.clock.after(world.latency('listener'), () => {
      if (store.listeners.has(listener.arn) && listener.loadBalancer.state === 'active')
        world.background(plane.open(listener));
    });
  };

  return {
    CreateListener: (input: CreateListenerInput, call: CallContext) => {
      const loadBalancer = findLoadBalancer(store, input.LoadBalancerArn);
      const { Port: port } = input;
      if (port === undefined) throw validationError('A listener port must be specified');
      const protocol = listenerProtocol(input);
      const actions = normalizeActions(input.DefaultActions);
      const tags = mergeTags([], input.Tags, call);
      const others = listenersOf(store, loadBalancer);
      const present = others.find((other) => other.port === port);
      if (present && hasSettings(present, protocol, actions)) return { Listeners: [describeListener(present)] };
      checkPort(loadBalancer, others, port);
      if (others.length >= QUOTAS.listenersPerLoadBalancer)
        throw new AwsError('TooManyListeners', 'The maximum number of listeners per load balancer has been reached');
      checkForwarding(context, loadBalancer, actions);

      const arn = listenerArn(loadBalancer.arn, world.random.hex(16));
      const listener: Listener = {
        ...protocol,
        arn,
        loadBalancer,
        port,
        attributes: initialAttributes(LISTENER_ATTRIBUTES),
        rules: [],
      };
      listener.rules = [
        {
          arn: ruleArn(arn, world.random.hex(16)),
          listener,
          priority: 'default',
          conditions: [],
          actions,
          transforms: [],
          matches: () => true,
        },
      ];
      store.listeners.set(arn, listener);
      store.tags.set(arn, tags);
      openLater(listener);
      targets.reconcile();
      return { Listeners: [describeListener(listener)] };
    },

    ModifyListener: (input: ModifyListenerInput) => {
      const listener = findListener(store, input.ListenerArn);
      const { loadBalancer } = listener;
      const { Port: port = listener.port, DefaultActions } = input;
      checkPort(
        loadBalancer,
        listenersOf(store, loadBalancer).filter((other) => other !== listener),
        port,
      );
      const protocol = listenerProtocol(input, listener);
      const actions = DefaultActions && normalizeActions(DefaultActions);
      if (actions) checkForwarding(context, loadBalancer, actions);
      Object.assign(listener, protocol, { port });
      if (actions)
        listener.rules = listener.rules.map((rule) => (rule.priority === 'default' ? { ...rule, actions } : rule));
      if (listener.protocol === 'HTTPS') world.background(plane.close(listener));
      else openLater(listener);
      targets.reconcile();
      return { Listeners: [describeListener(listener)] };
    },

    DeleteListener: ({ ListenerArn }: DeleteListenerInput) => {
      deleteListener(context, findListener(store, ListenerArn));
      targets.reconcile();
      return {};
    },

    DescribeListeners: (input: DescribeListenersInput): DescribeListenersOutput => {
      const { items, nextMarker } = markedPage(select(context, input), input);
      return { Listeners: items.map(describeListener), NextMarker: nextMarker };
    },
  };
}

/** With its rules and its socket. The caller reconciles the targets. */
export function deleteListener({ world, store, plane }: Context, listener: Listener): void {
  for (const { arn } of [listener, ...listener.rules]) store.tags.delete(arn);
  store.listeners.delete(listener.arn);
  world.background(plane.close(listener));
}

/** Creating it again is no error then ("each call succeeds", API reference). */
function hasSettings(listener: Listener, protocol: ListenerProtocol, actions: readonly Action[]): boolean {
  const { protocol: name, certificates, sslPolicy, rules } = listener;
  return isDeepStrictEqual([{ protocol: name, certificates, sslPolicy }, rules.at(-1)?.actions], [protocol, actions]);
}

function checkPort(loadBalancer: LoadBalancer, others: readonly Listener[], port: number): void {
  if (others.some((other) => other.port === port))
    throw new AwsError(
      'DuplicateListener',
      `A listener already exists on this port for this load balancer '${loadBalancer.arn}'`,
    );
}

function select({ store }: Context, { LoadBalancerArn, ListenerArns = [] }: DescribeListenersInput): Listener[] {
  if ((LoadBalancerArn === undefined) === (ListenerArns.length === 0))
    throw validationError('You must specify either listener ARNs or a load balancer ARN');
  if (LoadBalancerArn !== undefined) return listenersOf(store, findLoadBalancer(store, LoadBalancerArn));
  return ListenerArns.map((arn) => findListener(store, arn));
}

function describeListener(listener: Listener): ListenerShape {
  const secure = listener.protocol === 'HTTPS';
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: listener.loadBalancer.arn,
    Port: listener.port,
    Protocol: listener.protocol,
    Certificates: secure ? [...listener.certificates] : undefined,
    SslPolicy: listener.sslPolicy,
    DefaultActions: listener.rules.flatMap(({ priority, actions }) => (priority === 'default' ? [...actions] : [])),
    MutualAuthentication: secure ? { Mode: 'off' } : undefined,
  };
}
