import { CircleCheck, CircleDashed, Clock, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DocumentKind, Pilgrim } from "@/lib/bookings/contract/pilgrim";

type State = "missing" | "received" | "accepted" | "rejected" | "short";
const SIGNS: Record<State, { icon: LucideIcon; ink: string }> = {
  missing: { icon: CircleDashed, ink: "text-ink-3" },
  received: { icon: Clock, ink: "text-info" },
  accepted: { icon: CircleCheck, ink: "text-ok" },
  rejected: { icon: OctagonAlert, ink: "text-bad" },
  short: { icon: TriangleAlert, ink: "text-warn-ink" },
};
/** The three papers nobody travels without. */
export const PAPERS = ["passport", "visa", "vaccine"] as const satisfies readonly DocumentKind[];

/** A paper's state; a passport that is too short stands out, whatever was noted of it. */
function stateOf(pilgrim: Pilgrim, kind: DocumentKind): State {
  if (kind === "passport" && pilgrim.passport === "too_short") return "short";
  const noted = pilgrim.documents.find((one) => one.kind === kind)?.status ?? "missing";
  return noted === "missing" && kind === "passport" && pilgrim.passport === "good" ? "received" : noted;
}

/** Passport, visa and vaccine of one person as three signs, each with its word. */
export function PaperSigns({ pilgrim }: { pilgrim: Pilgrim }) {
  const t = useTranslations("bookings.paper");
  return (
    <span className="flex flex-none gap-2.5">
      {PAPERS.map((kind) => {
        const state = stateOf(pilgrim, kind);
        const { icon: Icon, ink } = SIGNS[state];
        const words = `${t(`kind.${kind}`)}: ${t(`state.${state}`)}`;
        return (
          <span key={kind} title={words} className={ink}>
            <Icon aria-hidden size={20} strokeWidth={1.75} />
            <span className="sr-only">{words}</span>
          </span>
        );
      })}
    </span>
  );
}
