import type { StagedCluster } from '../stage/config.ts';
import type { ImageKind } from '../stage/images.ts';
import { imageOf, REPOSITORY } from '../stage/images.ts';
import type { Subject } from './serving.ts';

/** Where one situation at a time plays: a service of its own, with a history. */
export interface PlayPlace extends Subject {
  readonly staged: StagedCluster;
  readonly workspace: string;
  /** A name that no other version of this place has. */
  nextImage(kind: ImageKind): string;
  /** The image whose answers are marked with a tag. */
  imageOf(tag: string): string;
  /** Whether the service is as config says where no situation says anything else. */
  ordinary: boolean;
}

/** Version numbers start anew with each place: their services share nothing. */
export function openPlace(staged: StagedCluster, service: string, workspace: string): PlayPlace {
  let number = 0;
  return {
    staged,
    cluster: staged.name,
    service,
    workspace,
    ordinary: false,
    imageOf: (tag) => `${REPOSITORY}:${tag}`,
    nextImage: (kind) => {
      number += 1;
      return imageOf(kind, number);
    },
  };
}

/** The part of an image's name that its answers are marked with. */
export function tagOf(image: string): string {
  return image.split(':').at(-1) ?? image;
}
