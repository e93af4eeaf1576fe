import { rowMapper, type Selection } from "./row-mapper";
import type { Tx } from "./tx";

type Values = Record<string, unknown>;
type Kept<R> = { execute: (values: Values) => Promise<R> };
type Query<R> = { prepare: (name: string) => Kept<R> };
/** What tells one text of a query from another: few values each, and never a person's. */
type Shape = Readonly<Record<string, string | number | boolean>>;
/** Of drizzle's own, which it does not tell its users. */
type Inside = Selection & { customResultMapper?: ReturnType<typeof rowMapper>; client: unknown };

function keep<R>(query: Query<R>): Kept<R> {
  const kept = query.prepare("kept") as Kept<R> & Inside;
  if (kept.fields) kept.customResultMapper = rowMapper(kept);
  return kept;
}

/**
 * A query of a store that is asked very often: its text is built once for each shape, with `sql.placeholder` for what
 * differs, and each use brings its values. Building the text anew costs more than sending it.
 */
export function preparedShapes<S extends Shape, R>(build: (tx: Tx, shape: S) => Query<R>) {
  const all = new Map<string, Kept<R>>();
  return (tx: Tx, shape: S, values: Values): Promise<R> => {
    const name = JSON.stringify(shape);
    const kept = all.get(name) ?? keep(build(tx, shape));
    all.set(name, kept);
    // It was built in some transaction and runs in this one.
    const { session } = tx as unknown as { session: { client: unknown } };
    const here: Kept<R> = Object.assign(Object.create(Object.getPrototypeOf(kept)), kept, { client: session.client });
    return here.execute(values);
  };
}

/** The same for a query of one shape. */
export function prepared<R>(build: (tx: Tx) => Query<R>) {
  const ask = preparedShapes((tx: Tx, _: Record<string, never>) => build(tx));
  return (tx: Tx, values: Values): Promise<R> => ask(tx, {}, values);
}
