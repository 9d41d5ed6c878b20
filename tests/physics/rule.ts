import type { PhysicsRule } from '../../emulator/core/sabotage.ts';
import type { Account } from './account.ts';

/** Something that goes wrong on AWS, and a script of AWS calls and HTTP requests that makes it go wrong. */
export interface Rule {
  readonly name: PhysicsRule;
  /** What AWS does, in one sentence. */
  readonly title: string;
  /** Runs tasks as processes: for rules that need their HTTP or their signals. */
  readonly processes?: true;
  /** How many times as fast as real time AWS runs. */
  readonly scale: number;
  run(account: Account): Promise<Observation>;
}

export interface Observation {
  readonly holds: boolean;
  readonly happened: string;
  /** AWS's own words; empty where AWS says nothing. */
  readonly said: string;
}
