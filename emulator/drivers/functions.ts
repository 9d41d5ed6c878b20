/** What stands for AWS Lambda: runs a function once. It knows nothing of who asks. */
export interface FunctionRunner {
  invoke(functionArn: string, event: object): Promise<FunctionResult>;
  /** Kills what runs. */
  stop(): Promise<void>;
}

export type FunctionResult =
  /** What the function answered; of one that failed, Lambda's own description of the failure. */
  | { readonly kind: 'answered'; readonly payload: unknown }
  /** Lambda did not run it. */
  | { readonly kind: 'refused'; readonly message: string };

/** An account without functions. */
export const noFunctions: FunctionRunner = {
  invoke: async (functionArn) => functionNotFound(functionArn),
  stop: async () => {},
};

/** In Lambda's words. */
export const functionNotFound = (functionArn: string): FunctionResult => ({
  kind: 'refused',
  message: `Function not found: ${functionArn}`,
});
