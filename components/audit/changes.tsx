"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { AuditChange } from "@/lib/audit/contract";
import { differences, sentenceOf } from "./words";

type ChangesProps = { summary: ReactNode; changes: readonly AuditChange[]; footnote: string };

/** What an entry changed, field by field; drawn when it is opened, for a page of entries holds thousands of fields. */
export function Changes({ summary, changes, footnote }: ChangesProps) {
  const t = useTranslations("agency.audit");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="group min-w-0 max-w-2xl" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer list-none py-1">{summary}</summary>
      {isOpen && (
        <dl className="mt-2 mb-3 flex flex-col gap-3 border-line border-s-2 ps-3 text-sm">
          {changes.map((change) => (
            <div key={`${change.table} ${change.id}`} className="min-w-0">
              <dt className="font-semibold">{sentenceOf(t, change)}</dt>
              {differences(change).map(({ name, from, to }) => (
                <dd key={name} className="text-ink-2 [overflow-wrap:anywhere]">
                  <bdi dir="ltr">
                    {name}: {from} → {to}
                  </bdi>
                </dd>
              ))}
            </div>
          ))}
          <div className="text-ink-3">
            <bdi dir="ltr" className="[overflow-wrap:anywhere]">
              {footnote}
            </bdi>
          </div>
        </dl>
      )}
    </details>
  );
}
