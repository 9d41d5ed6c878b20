/** Days, hours and minutes at which a cron expression of EventBridge is due, in UTC. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly isDueOn: (day: Date) => boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const YEARS = [1970, 2199] as const;
const DAY_MS = 86_400_000;
/** The rarest date, a certain weekday on 29 February, comes within forty years. */
const SEARCHED_DAYS = 40 * 366;

/**
 * `cron(minutes hours day-of-month month day-of-week year)`, as the EventBridge user guide has it; undefined where the
 * text is none. One of the two day fields must be `?`.
 */
export function parseCron(text: string): Cron | undefined {
  const fields = /^cron\((.*)\)$/.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute = '', hour = '', dayOfMonth = '', month = '', weekday = '', year = ''] = fields;
  if (fields.length !== 6 || (dayOfMonth === '?') === (weekday === '?')) return undefined;
  const minutes = numbers(minute, 0, 59);
  const hours = numbers(hour, 0, 23);
  const months = numbers(named(month, MONTHS), 1, 12);
  const years = numbers(year, ...YEARS);
  const isDay = dayOfMonth === '?' ? onWeekday(named(weekday, WEEKDAYS)) : onDayOfMonth(dayOfMonth);
  if (!minutes || !hours || !months || !years || !isDay) return undefined;
  return {
    minutes,
    hours,
    isDueOn: (day) => years.has(day.getUTCFullYear()) && months.has(day.getUTCMonth() + 1) && isDay(day),
  };
}

/** The first time after `now` at which the expression is due, in milliseconds; undefined where there is none. */
export function nextCronTime({ minutes, hours, isDueOn }: Cron, now: number): number | undefined {
  const times = [...hours]
    .sort(ascending)
    .flatMap((hour) => [...minutes].sort(ascending).map((minute) => (hour * 60 + minute) * 60_000));
  const today = now - (now % DAY_MS);
  for (let day = 0; day < SEARCHED_DAYS; day++) {
    const midnight = today + day * DAY_MS;
    if (!isDueOn(new Date(midnight))) continue;
    const time = times.find((offset) => midnight + offset > now);
    if (time !== undefined) return midnight + time;
  }
  return undefined;
}

const ascending = (a: number, b: number): number => a - b;

/** Names in the place of numbers, counted from 1. */
function named(field: string, names: readonly string[]): string {
  return names.reduce((text, name, index) => text.replaceAll(name, String(index + 1)), field.toUpperCase());
}

/** `*`, numbers, ranges and steps, separated by commas. */
function numbers(field: string, smallest: number, largest: number): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', first, last, step = '1'] = /^(\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    const from = range === '*' ? smallest : Number(first);
    const single = part.includes('/') ? largest : from;
    const to = range === '*' ? largest : last === undefined ? single : Number(last);
    if (range === '' || from < smallest || to > largest || from > to || Number(step) < 1) return undefined;
    for (let value = from; value <= to; value += Number(step)) found.add(value);
  }
  return found;
}

function onDayOfMonth(field: string): ((day: Date) => boolean) | undefined {
  if (field === 'L') return (day) => day.getUTCDate() === lastDate(day);
  const near = /^(\d+|L)W$/.exec(field)?.[1];
  if (near !== undefined)
    return (day) => day.getUTCDate() === nearestWorkday(day, near === 'L' ? lastDate(day) : Number(near));
  const dates = numbers(field, 1, 31);
  return dates && ((day) => dates.has(day.getUTCDate()));
}

/** Sunday is 1. */
function onWeekday(field: string): ((day: Date) => boolean) | undefined {
  const last = /^([1-7])L$/.exec(field)?.[1];
  if (last !== undefined) return (day) => weekdayOf(day) === Number(last) && day.getUTCDate() > lastDate(day) - 7;
  const [, weekday, occurrence] = /^([1-7])#([1-5])$/.exec(field) ?? [];
  if (weekday !== undefined)
    return (day) => weekdayOf(day) === Number(weekday) && Math.ceil(day.getUTCDate() / 7) === Number(occurrence);
  const weekdays = numbers(field === 'L' ? '7' : field, 1, 7);
  return weekdays && ((day) => weekdays.has(weekdayOf(day)));
}

const weekdayOf = (day: Date): number => day.getUTCDay() + 1;

function lastDate(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The weekday nearest to a date, within its month. */
function nearestWorkday(day: Date, date: number): number {
  const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), date)).getUTCDay();
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  if (weekday === 0) return date === lastDate(day) ? date - 2 : date + 1;
  return date;
}
