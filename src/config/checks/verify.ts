import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import { PLACEHOLDERS } from '../schema/service-file.ts';
import { didYouMean } from '../suggestion.ts';
import { containerNames } from './container-names.ts';

/** What is to be verified can be asked for, and the version is something that a run knows. */
export function checkVerify(service: ServiceDraft, cluster: ClusterDraft): readonly ConfigIssue[] {
  const { file } = service;
  if (!file.value.verify) return [];
  if (service.service.loadBalancers.length === 0 && !isDoubtful(file, ['loadBalancers'])) {
    const message = 'verify needs a load balancer to ask.';
    return problemAt(file, ['verify'], message, 'Add "loadBalancers:", or remove verify.');
  }
  return [...checkListener(service, cluster), ...checkContainer(service), ...checkVersion(service)];
}

function checkListener({ file }: ServiceDraft, { cluster, file: clusterFile }: ClusterDraft): readonly ConfigIssue[] {
  const port = file.value.verify?.listener;
  const ports = cluster.loadBalancer.listeners.map((listener) => listener.port);
  if (port === undefined || ports.includes(port)) return [];
  if (isDoubtful(clusterFile, ['loadBalancer', 'listeners'])) return [];
  const message = `The load balancer has no listener on port ${port}.`;
  return problemAt(file, ['verify', 'listener'], message, `It listens on ${ports.join(', ')}.`);
}

function checkContainer(service: ServiceDraft): readonly ConfigIssue[] {
  const container = service.file.value.verify?.version?.container;
  const names = containerNames(service);
  if (container === undefined || !names || names.includes(container)) return [];
  const message = `There is no container "${container}" in the task definition.`;
  const hint = didYouMean(container, names, 'Add it.');
  return problemAt(service.file, ['verify', 'version', 'container'], message, hint);
}

function checkVersion({ file }: ServiceDraft): readonly ConfigIssue[] {
  const version = file.value.verify?.version;
  if (!version) return [];
  const unknown = [...version.equals.matchAll(/\$\{([^}]*)\}?/g)].flatMap(([whole, name = '']) => {
    if (PLACEHOLDERS.some((known) => whole === `\${${known}}`)) return [];
    const message = `verify.version.equals has the unknown placeholder ${whole}.`;
    return problemAt(file, ['verify', 'version', 'equals'], message, placeholderHint(name));
  });
  return [...unknown, ...checkPlace(file, version)];
}

function checkPlace(
  file: ServiceDraft['file'],
  { header, body }: { readonly header?: string | undefined; readonly body?: string | undefined },
): readonly ConfigIssue[] {
  const path = ['verify', 'version'];
  if ((header === undefined) === (body === undefined)) {
    const message = `verify.version has ${header === undefined ? 'neither header nor body' : 'both header and body'}.`;
    return problemAt(file, path, message, 'Give "header" with the name of a response header, or "body".');
  }
  if (body === undefined || isRegularExpression(body)) return [];
  const message = 'verify.version.body is not a regular expression.';
  return problemAt(file, [...path, 'body'], message, 'Write it like version=(\\S+), in single quotes.');
}

function placeholderHint(name: string): string {
  const placeholders = PLACEHOLDERS.map((known) => `\${${known}}`);
  return didYouMean(`\${${name}}`, placeholders, 'Remove it.');
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text, 's');
    return true;
  } catch {
    return false;
  }
}
