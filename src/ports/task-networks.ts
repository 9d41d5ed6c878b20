/** What EC2 says of the network interfaces that tasks of network mode `awsvpc` need. */
export interface TaskNetworks {
  /** Addresses that are free in these subnets, by zone. */
  freeAddresses(subnetIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Most network interfaces of an instance, its primary one included, by instance type. */
  mostInterfaces(instanceTypes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Network interfaces that are attached, by EC2 instance id. */
  attachedInterfaces(ec2InstanceIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
