import { AwsError } from '../../../core/errors.ts';
import type { ModifyListenerInput } from '../../../shapes/elbv2.d.ts';
import { validationError } from '../finders.ts';
import type { Listener } from '../store.ts';

export type ListenerProtocol = Pick<Listener, 'protocol' | 'certificates' | 'sslPolicy'>;

/** What AWS gives an HTTPS listener that names none (API reference, CreateListener, as of 2026). */
const DEFAULT_SSL_POLICY = 'ELBSecurityPolicy-2016-08';

type Input = Pick<
  ModifyListenerInput,
  'Protocol' | 'Certificates' | 'SslPolicy' | 'AlpnPolicy' | 'MutualAuthentication'
>;

/** The protocol that a listener gets, on top of the one that it has; throws where AWS refuses it. */
export function listenerProtocol(input: Input, present?: ListenerProtocol): ListenerProtocol {
  const protocol = input.Protocol ?? present?.protocol;
  if (protocol === undefined) throw validationError('A listener protocol must be specified');
  if (protocol !== 'HTTP' && protocol !== 'HTTPS')
    throw validationError(`Listener protocol '${protocol}' must be one of 'HTTP, HTTPS'`);
  if (input.AlpnPolicy?.length) throw validationError('An ALPN policy can only be specified for TLS listeners');
  if (input.MutualAuthentication && input.MutualAuthentication.Mode !== 'off')
    throw new AwsError('InvalidConfigurationRequest', 'This emulator performs no mutual authentication');
  if (protocol === 'HTTP') {
    if (input.Certificates?.length || input.SslPolicy !== undefined)
      throw new AwsError('InvalidConfigurationRequest', 'An HTTP listener takes no certificates and no SSL policy');
    return { protocol, certificates: [], sslPolicy: undefined };
  }
  const certificates = input.Certificates ?? present?.certificates ?? [];
  const [certificate, ...others] = certificates;
  if (!certificate) throw new AwsError('ValidationError', 'A certificate must be specified for HTTPS listeners');
  if (others.length > 0) throw new AwsError('TooManyCertificates', 'Only one default certificate can be specified');
  if (!/^arn:aws[a-z-]*:(acm|iam):/.test(certificate.CertificateArn ?? ''))
    throw new AwsError('CertificateNotFound', `Certificate '${certificate.CertificateArn}' not found`);
  return { protocol, certificates, sslPolicy: input.SslPolicy ?? present?.sslPolicy ?? DEFAULT_SSL_POLICY };
}
