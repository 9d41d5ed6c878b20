import { operationParameters } from './form.ts';
import type { ParameterNames } from './parameters.ts';
import { inputFrom } from './parameters.ts';
import { xmlResponse } from './query.ts';
import type { Protocol } from './wire.ts';
import { printable, xmlElements } from './xml.ts';

const NAMES: ParameterNames = {
  member: (name, { queryName, locationName }) =>
    queryName ?? (locationName === undefined ? name : locationName.charAt(0).toUpperCase() + locationName.slice(1)),
  flattened: () => true,
};

/** EC2's variant of AWS Query: every list is flat, nothing wraps the result, errors come in a list. */
export const ec2: Protocol = {
  readInput: ({ model, input }, request) => inputFrom(model, input, operationParameters(request), NAMES),
  writeOutput: ({ name, model, output }, value, requestId) => {
    const result = output === undefined ? { return: 'true' } : xmlElements(model, output, value);
    const namespace = { '@xmlns': `${model.metadata.xmlNamespace}/` };
    return xmlResponse(200, requestId, { [`${name}Response`]: { ...namespace, requestId, ...result } });
  },
  writeError: ({ code, message, status }, _model, requestId) => {
    const error = { Code: code, Message: printable(message) };
    return xmlResponse(status, requestId, { Response: { Errors: { Error: error }, RequestID: requestId } });
  },
};
