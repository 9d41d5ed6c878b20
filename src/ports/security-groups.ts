/** Whom a rule admits, and where. */
export interface IngressView {
  /** `tcp`, `-1` for everything, and others. */
  readonly protocol: string;
  /** Undefined where the protocol is `-1`. */
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  /** Ids of the groups whose members it admits. */
  readonly groupIds: readonly string[];
  /** It admits addresses, or a prefix list of them. */
  readonly hasAddresses: boolean;
}

export interface SecurityGroupView {
  readonly id: string;
  readonly vpcId: string;
  readonly ingress: readonly IngressView[];
}

/** Security groups, as far as they are looked at. */
export interface SecurityGroups {
  /** Refused where one does not exist. */
  byId(ids: readonly string[]): Promise<readonly SecurityGroupView[]>;
  named(group: { readonly vpcId: string; readonly name: string }): Promise<SecurityGroupView | undefined>;
}
