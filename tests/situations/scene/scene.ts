import type { BundleRun } from '../../../rehearse/bundle.ts';
import { describe, type LiveService } from '../stage/api.ts';
import { everyService, ordinaryService, writeConfig } from '../stage/config.ts';
import type { ImageKind } from '../stage/images.ts';
import type { Stage } from '../stage/stage.ts';
import { type Aftermath, verdictText } from '../verdict.ts';
import { type DeployOptions, type NotedRun, runNoted } from './noted-run.ts';
import { deployByOtherTool } from './other-tool.ts';
import { type PlayPlace, tagOf } from './place.ts';
import { remove, servingVersion, settled } from './serving.ts';

/** What a situation plays with: a service in a cluster, config for it, and the bundle that is judged. */
export interface Scene {
  readonly stage: Stage;
  readonly place: PlayPlace;
  /** Runs the bundle over a new version, waits until everything has settled, and notes the verdict. */
  deploy(options?: DeployOptions): Promise<BundleRun>;
  /** Somebody else deploys a new version, of a kind; it is called `other`. */
  otherDeploys(kind?: ImageKind): Promise<string>;
  /** Somebody deletes the service. */
  otherDeletes(): Promise<void>;
  live(): Promise<LiveService | undefined>;
  /** What a situation has found by itself; it stands in `got` as the verdicts do. */
  note(text: string): void;
}

export interface PlayedScene {
  readonly scene: Scene;
  readonly runs: readonly NotedRun[];
  /** Verdicts and notes in their order. */
  readonly said: readonly string[];
  /** When somebody deleted the service, emulated. */
  deletedAt(): number | undefined;
}

export function openScene(
  stage: Stage,
  place: PlayPlace,
  options: { readonly dist: string | undefined; readonly old: string | undefined; readonly onSettled: () => void },
): PlayedScene {
  const labels = new Map(options.old === undefined ? [] : [[options.old, 'old']]);
  const runs: NotedRun[] = [];
  const said: string[] = [];
  let image = options.old === undefined ? place.nextImage('good') : place.imageOf(options.old);
  let deletedAt: number | undefined;

  const aftermath = async (): Promise<Aftermath> => {
    const live = await settled(stage, place);
    const serving = await servingVersion(stage, place);
    return {
      serves: serving === undefined ? undefined : (labels.get(serving) ?? serving),
      tasks: live?.runningCount ?? 0,
    };
  };

  const deploy: Scene['deploy'] = async (deployment = {}) => {
    if (!deployment.again) {
      image = deployment.image ?? place.nextImage(deployment.kind ?? 'good');
      for (const [tag, label] of labels) if (label === 'new') labels.set(tag, 'earlier');
      labels.set(tagOf(image), 'new');
    }
    const files = ordinaryService(place.staged, place.service, image);
    deployment.edit?.(files);
    const beside = Object.entries(deployment.beside ?? {}).map(([service, { kind, edit }]) => {
      const its = ordinaryService(place.staged, service, place.nextImage(kind));
      edit?.(its);
      return [service, its] as const;
    });
    const named = { [place.service]: files, ...Object.fromEntries(beside) };
    const all = deployment.action === 'provision' ? { ...everyService(place.staged), ...named } : named;
    await writeConfig(place.workspace, place.staged, all, deployment.allow);
    place.ordinary = false;
    const noted = await runNoted(stage, place, deployment, options.dist);
    const left = deployment.unsettled ? undefined : await aftermath();
    if (left) options.onSettled();
    const entries = await stage.journal.of(noted.accessKeyId);
    const verdict = verdictText(noted.run, {
      left,
      wrote: entries.some(({ write }) => write),
      stopped: entries.some(({ operation, status }) => operation === 'StopServiceDeployment' && status === 200),
    });
    runs.push(noted);
    said.push(verdict);
    return noted.run;
  };

  return {
    runs,
    said,
    deletedAt: () => deletedAt,
    scene: {
      stage,
      place,
      deploy,
      otherDeploys: async (kind = 'good') => {
        const other = place.nextImage(kind);
        labels.set(tagOf(other), 'other');
        return deployByOtherTool(stage, place, other);
      },
      otherDeletes: async () => {
        const removing = remove(stage, place);
        deletedAt = stage.emulated(Date.now());
        await removing;
      },
      live: () => describe(stage.api, place.cluster, place.service),
      note: (text) => void said.push(text),
    },
  };
}
