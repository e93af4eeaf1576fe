import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleX,
  Clock,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";

export type Status = "ok" | "warn" | "bad" | "waiting" | "scheduled" | "notYet" | "cancelled" | "now";

// Shape, word and colour, always together: the icons of a status never change.
const looks: Record<Status, { icon: LucideIcon; tone: string; ink: string }> = {
  ok: { icon: CircleCheck, tone: "bg-ok-soft text-ok-ink", ink: "text-ok-ink" },
  warn: { icon: TriangleAlert, tone: "bg-warn-soft text-warn-ink", ink: "text-warn-ink" },
  bad: { icon: OctagonAlert, tone: "bg-bad-soft text-bad-ink", ink: "text-bad-ink" },
  waiting: { icon: Clock, tone: "bg-info-soft text-info-ink", ink: "text-info-ink" },
  scheduled: { icon: CircleDot, tone: "bg-primary-soft text-primary-ink", ink: "text-primary-ink" },
  notYet: { icon: CircleDashed, tone: "bg-chip text-ink-2", ink: "text-ink-3" },
  cancelled: { icon: CircleX, tone: "bg-chip text-ink-2", ink: "text-ink-3" },
  now: { icon: CircleDot, tone: "bg-lamp text-on-lamp", ink: "text-ink" },
};

type BadgeProps = { status: Status; children: ReactNode; icon?: LucideIcon; size?: "md" | "lg"; className?: string };

/** A status in one or two words. */
export function Badge({ status, children, icon, size = "md", className }: BadgeProps) {
  const Icon = icon ?? looks[status].icon;
  return (
    <span className={`badge ${looks[status].tone} ${className ?? ""}`} data-size={size}>
      <Icon aria-hidden size={size === "lg" ? 18 : 14} strokeWidth={2} className="flex-none" />
      {children}
    </span>
  );
}

/** The same icon and ink in a running line: "Roll-call 41/41, 06:10". */
export function StatusLine({ status, children, className }: Omit<BadgeProps, "size" | "icon">) {
  const { icon: Icon, ink } = looks[status];
  return (
    <span className={`inline-flex items-start gap-1.5 text-sm ${ink} ${className ?? ""}`}>
      <Icon aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 flex-none" />
      {/* The words stand on the line of their row, not the icon. */}
      <span className="self-baseline">{children}</span>
    </span>
  );
}
