/** What the emulator knows of an instance type: enough to place tasks and to check a launch. */
export interface InstanceType {
  readonly name: string;
  readonly vcpus: number;
  readonly memoryMib: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly hypervisor: 'nitro' | 'xen';
  readonly burstable: boolean;
  readonly maxInterfaces: number;
}

type Size = readonly [name: string, vcpus: number, memoryGib: number, maxInterfaces: number];

const T2: readonly Size[] = [
  ['nano', 1, 0.5, 2],
  ['micro', 1, 1, 2],
  ['small', 1, 2, 3],
  ['medium', 2, 4, 3],
  ['large', 2, 8, 3],
  ['xlarge', 4, 16, 3],
  ['2xlarge', 8, 32, 3],
];
const T3: readonly Size[] = [
  ['nano', 2, 0.5, 2],
  ['micro', 2, 1, 2],
  ['small', 2, 2, 3],
  ['medium', 2, 4, 3],
  ['large', 2, 8, 3],
  ['xlarge', 4, 16, 4],
  ['2xlarge', 8, 32, 4],
];

/** As t3, but for the interfaces of one size. */
const T3A: readonly Size[] = T3.map((size) => (size[0] === 'small' ? ['small', 2, 2, 2] : size));

/** Sizes of the families that differ only in memory for each virtual CPU. */
const sizes = (gibPerVcpu: number): Size[] =>
  (
    [
      ['large', 2, 3],
      ['xlarge', 4, 4],
      ['2xlarge', 8, 4],
      ['4xlarge', 16, 8],
    ] as const
  ).map(([name, vcpus, interfaces]) => [name, vcpus, vcpus * gibPerVcpu, interfaces]);

const FAMILIES: readonly [family: string, sizes: readonly Size[]][] = [
  ['t2', T2],
  ['t3', T3],
  ['t3a', T3A],
  ['t4g', T3],
  ...['m5', 'm5a', 'm6i', 'm6a', 'm6g', 'm7i', 'm7a', 'm7g'].map((family): [string, Size[]] => [family, sizes(4)]),
  ...['c5', 'c5a', 'c6i', 'c6a', 'c6g', 'c7i', 'c7a', 'c7g'].map((family): [string, Size[]] => [family, sizes(2)]),
  ...['r5', 'r5a', 'r6i', 'r6a', 'r6g', 'r7i', 'r7g'].map((family): [string, Size[]] => [family, sizes(8)]),
];

/** Published by AWS at aws.amazon.com/ec2/instance-types; larger sizes and other families are left out. */
export const INSTANCE_TYPES: ReadonlyMap<string, InstanceType> = new Map(
  FAMILIES.flatMap(([family, list]) =>
    list.map(([size, vcpus, memoryGib, maxInterfaces]): [string, InstanceType] => [
      `${family}.${size}`,
      {
        name: `${family}.${size}`,
        vcpus,
        memoryMib: memoryGib * 1024,
        architecture: /\dg$/.test(family) ? 'arm64' : 'x86_64',
        hypervisor: family === 't2' ? 'xen' : 'nitro',
        burstable: family.startsWith('t'),
        maxInterfaces,
      },
    ]),
  ),
);
