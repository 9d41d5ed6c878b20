import { z } from 'zod';

/** What a schema expects, as it follows "must be". */
export function expectation(schema: z.core.$ZodType | undefined): string {
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(', ')}`;
  if (schema instanceof z.ZodString) return 'text';
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'a whole number' : 'a number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodArray) return 'a list';
  return 'keys and values';
}

/** A value that was found, as it follows "is"; `literal` is how the file writes it. */
export function foundText(value: unknown, literal: string | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'empty text' : `the text ${JSON.stringify(shortened(value))}`;
  if (typeof value === 'number') return `the number ${literal ?? value}`;
  if (typeof value === 'boolean') return literal ?? String(value);
  return Array.isArray(value) ? 'a list' : 'keys and values';
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
