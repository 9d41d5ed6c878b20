import { operationParameters } from './form.ts';
import type { ParameterNames } from './parameters.ts';
import { inputFrom } from './parameters.ts';
import type { Protocol, WireResponse } from './wire.ts';
import { printable, xmlDocument, xmlElements } from './xml.ts';

const NAMES: ParameterNames = {
  member: (name, { locationName }) => locationName ?? name,
  flattened: (member, shape) => member?.flattened === true || shape.flattened === true,
};

/** AWS Query: parameters of a form in, XML out. */
export const query: Protocol = {
  readInput: ({ model, input }, request) => inputFrom(model, input, operationParameters(request), NAMES),
  writeOutput: ({ name, model, output, resultWrapper }, value, requestId) => {
    const result = output === undefined ? {} : xmlElements(model, output, value);
    const wrapped = resultWrapper === undefined ? result : { [resultWrapper]: result };
    const namespace = { '@xmlns': model.metadata.xmlNamespace };
    const root = { [`${name}Response`]: { ...namespace, ...wrapped, ResponseMetadata: { RequestId: requestId } } };
    return xmlResponse(200, requestId, root);
  },
  writeError: ({ code, message, status }, model, requestId) => {
    const error = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: printable(message) };
    const namespace = model?.metadata.xmlNamespace === undefined ? {} : { '@xmlns': model.metadata.xmlNamespace };
    return xmlResponse(status, requestId, { ErrorResponse: { ...namespace, Error: error, RequestId: requestId } });
  },
};

export function xmlResponse(status: number, requestId: string, tree: object): WireResponse {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body: xmlDocument(tree) };
}
