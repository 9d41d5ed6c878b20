/** Last words of names whose values are secrets by themselves. */
const SECRET_WORDS = [
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'secret',
  'token',
  'apikey',
  'credential',
  'credentials',
];
/** What a name that ends in "key" must hold besides, since most keys are not secret: CACHE_KEY, PARTITION_KEY. */
const SECRET_KEYS = [
  'api',
  'secret',
  'private',
  'access',
  'encryption',
  'signing',
  'master',
  'auth',
  'license',
  'app',
  'session',
];
const PUBLIC_WORDS = ['public', 'publishable', 'csrf', 'xsrf'];

/** Values that are secrets under any name. */
const SECRET_FORMS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@$]+@/i,
];

/** Values that are plainly none: nothing, a switch, a number, a reference, a path, an address. */
const PLAIN_FORMS = [
  /^$/,
  /^(?:true|false|yes|no|on|off|none|null)$/i,
  /^\d{1,6}$/,
  /^arn:/,
  /^\$\{[^}]*\}$|^\$[A-Z_]+$|^\{\{.*\}\}$/,
  /^\.{0,2}\/[\w./-]*$/,
  /^https?:\/\/[^@]*$/,
  /-----BEGIN (?:PUBLIC KEY|CERTIFICATE)-----|^ssh-(?:rsa|ed25519) /,
];

/**
 * Whether a variable seems to hold a secret. What counts in a name is its last word: TOKEN_TTL_SECONDS, PASSWORD_FILE
 * and SECRET_ARN say something about a secret, DB_PASSWORD is one.
 */
export function looksSecret(name: string, value: string): boolean {
  if (SECRET_FORMS.some((form) => form.test(value))) return true;
  return hasSecretName(name) && !PLAIN_FORMS.some((form) => form.test(value.trim()));
}

function hasSecretName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.some((word) => PUBLIC_WORDS.includes(word))) return false;
  if (last === 'pwd') return words.length > 1;
  if (last === 'key') return words.some((word) => SECRET_KEYS.includes(word));
  return SECRET_WORDS.some((word) => last.endsWith(word));
}
