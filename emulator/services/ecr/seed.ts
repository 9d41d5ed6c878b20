import { createHash } from 'node:crypto';
import { createRepository, type Registry } from './store.ts';

const MEDIA_TYPE = 'application/vnd.oci.image.manifest.v1+json';

/** Puts an image where its name says that it is; nothing where that is another registry. */
export function seedImage(registry: Registry, image: string): void {
  const { account, region, clock } = registry.world;
  const prefix = `${account}.dkr.ecr.${region}.amazonaws.com/`;
  if (!image.startsWith(prefix)) return;
  const [path = '', digest] = image.slice(prefix.length).split('@');
  const [name = '', tag] = path.split(':');
  const repository = registry.repositories.get(name) ?? createRepository(registry, { name });
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: MEDIA_TYPE, annotations: { image } });
  const own = digest ?? `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  const tags = new Set(digest === undefined || tag !== undefined ? [tag ?? 'latest'] : []);
  repository.images.set(own, { digest: own, manifest, mediaType: MEDIA_TYPE, pushedAt: clock.now(), tags });
}
