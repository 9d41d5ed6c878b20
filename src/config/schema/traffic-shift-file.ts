import { z } from 'zod';

/** A day: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html */
const LONGEST_MINUTES = 1440;

const minutes = z.int().min(0).max(LONGEST_MINUTES);

export const DEFAULT_BAKE_MINUTES = 5;

export const bakeTimeFile = minutes.optional().meta({
  description: 'Minutes that the old tasks stay after all traffic is shifted, ready to take it back.',
  'x-default': `${DEFAULT_BAKE_MINUTES} with a strategy that shifts traffic`,
});

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html */
export const linearFile = z
  .strictObject({
    stepPercent: z
      .number()
      .min(3)
      .max(100)
      .multipleOf(0.1)
      .default(10)
      .meta({ description: 'Percentage of the traffic that each step shifts.' }),
    stepBakeTimeInMinutes: minutes.default(6).meta({ description: 'Minutes between two steps.' }),
  })
  .prefault({})
  .meta({ description: 'How LINEAR shifts traffic.' });

export const canaryFile = z
  .strictObject({
    canaryPercent: z
      .number()
      .min(0.1)
      .max(100)
      .multipleOf(0.1)
      .default(5)
      .meta({ description: 'Percentage of the traffic that the new tasks get at first.' }),
    canaryBakeTimeInMinutes: minutes.default(10).meta({ description: 'Minutes until they get all of it.' }),
  })
  .prefault({})
  .meta({ description: 'How CANARY shifts traffic.' });
