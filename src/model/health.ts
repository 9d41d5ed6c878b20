/** What one look says about something that is being waited for. */
export type Health =
  | { readonly state: 'pending'; readonly message: string }
  | { readonly state: 'healthy'; readonly message: string }
  | { readonly state: 'failed'; readonly message: string };
