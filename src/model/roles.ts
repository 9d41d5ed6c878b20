/** A role to create under this name, or one that exists. */
export type RoleSource =
  | { readonly kind: 'created'; readonly name: string }
  | { readonly kind: 'existing'; readonly arn: string };
