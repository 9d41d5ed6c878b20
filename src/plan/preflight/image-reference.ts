/** Where an image comes from, as far as it can be looked up. */
type ImageReference =
  | {
      readonly kind: 'ecr';
      readonly account: string;
      readonly region: string;
      readonly repository: string;
      /** `tag` is `latest` where neither is given. */
      readonly id: { readonly tag: string } | { readonly digest: string };
    }
  | { readonly kind: 'elsewhere'; readonly registry: string };

const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/;

/** Reads an image's name as Docker does: what precedes the first slash is a registry where it looks like a host. */
export function imageReference(image: string): ImageReference {
  const [, account, region, path] = ECR.exec(image) ?? [];
  if (account === undefined || region === undefined || path === undefined) {
    const [first = '', ...rest] = image.split('/');
    const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    return { kind: 'elsewhere', registry: isHost ? first : 'Docker Hub' };
  }
  const [name = '', digest] = path.split('@');
  const [repository = '', tag = 'latest'] = name.split(':');
  return { kind: 'ecr', account, region, repository, id: digest === undefined ? { tag } : { digest } };
}
