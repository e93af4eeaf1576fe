/** Longer than this, and whoever waits is better off with what they have. */
const PATIENCE_MS = 8_000;

/** Can the house be reached now? A phone says that it is online before it can reach anybody. */
export const houseAnswers = (): Promise<boolean> =>
  fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
