import type { Situation } from './situation.ts';
import { apart } from './situations/apart.ts';
import { cancelling } from './situations/cancelling.ts';
import { configChanges } from './situations/config-changes.ts';
import { failing } from './situations/failing.ts';
import { goingBack } from './situations/going-back.ts';
import { landing } from './situations/landing.ts';
import { meddling } from './situations/meddling.ts';
import { proving } from './situations/proving.ts';
import { several } from './situations/several.ts';
import { shifting } from './situations/shifting.ts';
import { sizing } from './situations/sizing.ts';

export const SITUATIONS: readonly Situation[] = [
  ...several,
  ...landing,
  ...failing,
  ...meddling,
  ...goingBack,
  ...sizing,
  ...proving,
  ...shifting,
  ...apart,
  ...configChanges,
  ...cancelling,
];
