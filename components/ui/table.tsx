import type { ReactNode } from "react";

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** end: figures, with tabular digits; the unit stands in the header. */
  align?: "start" | "end";
  /** Its place when the table becomes cards below 52rem; hidden unless told. The first column is the title. */
  card?: "title" | "figure" | "badge" | "actions" | "below" | "tick";
  className?: string;
};

type TableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selected?: (row: Row) => boolean;
  /** Range, totals and paging. */
  footer?: ReactNode;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
};

// Spelled out, because `display` takes a table's own roles away when it becomes cards.
const roles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** Rows with hairlines; a list of cards on narrow screens. */
export function Table<Row>({ label, columns, rows, rowKey, selected, footer, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <div className="card">{empty}</div>;
  return (
    <div className="card overflow-clip">
      <div className="overflow-x-auto">
        <table className="table" {...roles.table} aria-label={label}>
          <thead {...roles.group}>
            <tr {...roles.row}>
              {columns.map((column) => (
                <th
                  key={column.id}
                  {...roles.head}
                  scope="col"
                  className={`${column.align === "end" ? "num" : ""} ${column.className ?? ""}`}
                >
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...roles.group}>
            {rows.map((row) => (
              <tr key={rowKey(row)} {...roles.row} data-selected={selected?.(row) ? "" : undefined}>
                {columns.map((column, index) => (
                  <td
                    key={column.id}
                    {...roles.cell}
                    data-card={column.card ?? (index === 0 ? "title" : "hide")}
                    className={`${column.align === "end" ? "num" : ""} ${column.className ?? ""}`}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footer ? (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3 text-sm text-ink-3">
          {footer}
        </div>
      ) : null}
    </div>
  );
}

/** A figure that says on a card what its column's header says above a table. */
export const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <span className="font-normal text-ink-3 text-sm md:hidden">{name}: </span>
    {children}
  </>
);

/** Two lines of a first cell: name and code. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="font-semibold">{first}</span>
      <span className="text-ink-3">{second}</span>
    </span>
  );
}
