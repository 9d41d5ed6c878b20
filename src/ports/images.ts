import type { EcrImage, ImageView } from '../model/preconditions.ts';

/** Elastic Container Registry, as far as it is looked at. */
export interface Images {
  find(image: EcrImage): Promise<ImageView | 'no-repository' | 'no-image'>;
}
