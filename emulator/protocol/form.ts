import type { WireRequest } from './wire.ts';

/** The parameters of a query request, which are in the URL, in the body, or in both. */
export function formParameters({ query, body, headers }: WireRequest): Map<string, string> {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const text = isForm ? new TextDecoder().decode(body) : '';
  return new Map([...new URLSearchParams(query), ...new URLSearchParams(text)]);
}

/** Without what names the operation, and without a presigned URL's signature. */
export function operationParameters(request: WireRequest): Map<string, string> {
  const parameters = formParameters(request);
  for (const name of parameters.keys())
    if (name === 'Action' || name === 'Version' || name.startsWith('X-Amz-')) parameters.delete(name);
  return parameters;
}
