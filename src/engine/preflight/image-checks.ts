import type { JsonObject } from '../../model/json.ts';
import type { PreflightCheck } from '../../model/plan.ts';
import { positionOf, type SourceMap } from '../../model/source.ts';
import { imageReference } from '../../plan/preflight/image-reference.ts';
import { imageVerdict, unchecked } from '../../plan/preflight/verdicts.ts';
import { containersOf } from '../../plan/task-definition/task-definition-images.ts';
import type { Images } from '../../ports/images.ts';
import { check } from './check.ts';

/**
 * Whether the images of a task definition are where their names say. `source` are its positions in config, if it has
 * any.
 */
export function checkImages(
  definition: JsonObject,
  source: SourceMap,
  images: Images,
): readonly Promise<PreflightCheck>[] {
  return containersOf(definition).map((container, index) => {
    const image = String(container['image']);
    const at = positionOf(source, ['containerDefinitions', index, 'image']);
    const reference = imageReference(image);
    return check(`image ${image} of ${String(container['name'])}`, at, async () =>
      reference.kind === 'ecr'
        ? imageVerdict(reference, await images.find(reference))
        : unchecked(`${reference.registry} is not checked, only ECR is`),
    );
  });
}
