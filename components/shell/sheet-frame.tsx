import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Letterhead, type LetterheadAgency } from "@/components/ui/letterhead";
import { Link } from "@/components/ui/link";
import { PrintButton } from "./print-button";

type SheetFrameProps = { back: string; portrait?: boolean; agency?: LetterheadAgency; children: ReactNode };

/** A sheet of paper with its way back; on paper only the sheet is there, wide side across unless it is told, headed
 * by whose it is. */
export function SheetFrame({ back, portrait, agency, children }: SheetFrameProps) {
  const t = useTranslations("common");
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link href={back} className="inline-flex min-h-(--touch) items-center gap-1 text-ink-2 hover:text-ink">
          <ChevronLeft aria-hidden size={18} className="mirror" />
          {t("back")}
        </Link>
        <PrintButton />
      </div>
      <article className={`card p-6 print:p-0 ${portrait ? "" : "landscape"}`}>
        {agency ? <Letterhead agency={agency} /> : null}
        {children}
      </article>
    </>
  );
}
