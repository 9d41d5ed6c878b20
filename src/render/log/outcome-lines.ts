import { isGreen, type Outcome } from '../../model/outcome.ts';
import { logText } from '../text.ts';
import { annotation } from './commands.ts';

/** How one unit ended: the cause first, then what was seen, then what to do; red ones also as an annotation. */
export function outcomeLines(unit: string, { kind, summary, evidence, nextStep, at }: Outcome): readonly string[] {
  const green = isGreen(kind);
  return [
    ...(green ? [] : [annotation('error', `${summary}${nextStep ? ` ${nextStep}` : ''}`, at, `${unit}: ${kind}`)]),
    logText(`${green ? '✔' : '✘'} ${unit}: ${kind}. ${summary}`),
    ...evidence.map((line) => logText(`    ${line}`)),
    ...(nextStep ? [logText(`    next: ${nextStep}`)] : []),
  ];
}
