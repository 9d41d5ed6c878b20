/** An Availability Zone as the emulated account sees it. */
export interface Zone {
  readonly name: string;
  readonly id: string;
}

/** Which letters a region's zones bear; regions not listed have a, b and c. As new accounts see them. */
const LETTERS: Readonly<Record<string, string>> = {
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
  'ca-central-1': 'abd',
  'us-east-1': 'abcdef',
  'us-west-1': 'ac',
  'us-west-2': 'abcd',
};

/** Zone ids do not follow the letters; Tokyo's as seen in public examples, elsewhere the usual order. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = { 'ap-northeast-1': [4, 1, 2] };

export function zonesOf(region: string): readonly Zone[] {
  const letters = [...(LETTERS[region] ?? 'abc')];
  return letters.map((letter, index) => ({
    name: `${region}${letter}`,
    id: `${shortRegion(region)}-az${NUMBERS[region]?.[index] ?? index + 1}`,
  }));
}

/** ap-northeast-1 is apne1, eu-central-1 is euc1. */
function shortRegion(region: string): string {
  const directions: Readonly<Record<string, string>> = {
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
  };
  return region
    .split('-')
    .map((part, index) => (index === 0 || /^\d+$/.test(part) ? part : (directions[part] ?? part.charAt(0))))
    .join('');
}
