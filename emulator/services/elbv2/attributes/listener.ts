import type { AttributeDefinition, AttributeTable } from './attributes.ts';
import { BOOLEAN } from './attributes.ts';

const noHeader: AttributeDefinition = {
  initial: '',
  values: 'any',
  refusal: {
    when: (value) => value !== '',
    message: 'This emulator adds no headers to answers: leave this attribute empty',
  },
};

/** Attributes of a listener that concern HTTP. Source: API reference, ListenerAttribute. */
export const LISTENER_ATTRIBUTES: AttributeTable = {
  'routing.http.response.access_control_allow_credentials.header_value': noHeader,
  'routing.http.response.access_control_allow_headers.header_value': noHeader,
  'routing.http.response.access_control_allow_methods.header_value': noHeader,
  'routing.http.response.access_control_allow_origin.header_value': noHeader,
  'routing.http.response.access_control_expose_headers.header_value': noHeader,
  'routing.http.response.access_control_max_age.header_value': noHeader,
  'routing.http.response.content_security_policy.header_value': noHeader,
  'routing.http.response.server.enabled': { initial: 'true', values: BOOLEAN },
  'routing.http.response.strict_transport_security.header_value': noHeader,
  'routing.http.response.x_content_type_options.header_value': noHeader,
  'routing.http.response.x_frame_options.header_value': noHeader,
};
