/** What somebody was refused with: its code, or what else went wrong. */
export const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "no refusal",
    (error) => error.code ?? error,
  );
