import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type FoldProps = { title: ReactNode; className?: string; children: ReactNode };

/** What most readers need not see, behind its name; the mark at the end says that it opens. */
export function Fold({ title, className, children }: FoldProps) {
  return (
    <details className={`group/fold ${className ?? ""}`}>
      <summary className="flex min-h-(--row) list-none items-center gap-2.5 font-label [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 flex-1 items-center gap-2.5">{title}</span>
        <ChevronDown aria-hidden size={18} className="flex-none text-ink-3 group-open/fold:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
