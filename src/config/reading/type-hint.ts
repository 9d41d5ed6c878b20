import { z } from 'zod';

/** How to turn a value of the wrong type into one that the schema takes. */
export function typeHint(schema: z.core.$ZodType | undefined, value: unknown, literal: string | undefined): string {
  if (value === null) return 'Give it a value, or remove the key.';
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) {
    if (typeof value === 'number' || typeof value === 'boolean') return `Put it in quotes: "${literal ?? value}".`;
    return 'Write a single text here.';
  }
  if (schema instanceof z.ZodNumber) return numberHint(value);
  if (schema instanceof z.ZodBoolean) return booleanHint(value);
  if (schema instanceof z.ZodArray) return 'Put each item on its own line that begins with "- ".';
  return Array.isArray(value) ? 'Remove the "- " before its keys.' : 'Write its keys on the lines below, indented.';
}

function numberHint(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `Round it: ${Math.round(value)}.`;
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
    return `Write it without quotes: ${Number(value)}.`;
  }
  return 'Write a number, without quotes.';
}

function booleanHint(value: unknown): string {
  const text = String(value).toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(text)) return 'Write true, without quotes.';
  if (['false', 'no', 'off', '0'].includes(text)) return 'Write false, without quotes.';
  return 'Write true or false.';
}
