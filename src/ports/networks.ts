export interface SubnetView {
  readonly id: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly isDefaultForZone: boolean;
}

/** What EC2 says about where a cluster can live. */
export interface Networks {
  /** undefined where the region has no default VPC. */
  defaultVpcId(): Promise<string | undefined>;
  subnets(
    filter: { readonly vpcId: string } | { readonly subnetIds: readonly string[] },
  ): Promise<readonly SubnetView[]>;
}
