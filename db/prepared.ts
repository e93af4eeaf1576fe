import type { Tx } from "./tx";

type Values = Record<string, unknown>;
type Kept<R> = { execute: (values: Values) => Promise<R> };

/**
 * A query of a store that is asked very often: its text is built once, with `sql.placeholder` for what differs, and each
 * use brings its values. Building the text anew costs more than sending it.
 */
export function prepared<R>(build: (tx: Tx) => { prepare: (name: string) => Kept<R> }) {
  let kept: Kept<R> | undefined;
  return (tx: Tx, values: Values): Promise<R> => {
    kept ??= build(tx).prepare("kept");
    // It was built in some transaction and runs in this one.
    const { session } = tx as unknown as { session: { client: unknown } };
    const here: Kept<R> = Object.assign(Object.create(Object.getPrototypeOf(kept)), kept, { client: session.client });
    return here.execute(values);
  };
}
