import { CloudOff, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Kind = "info" | "warn" | "bad" | "offline";
const looks: Record<Kind, { icon: LucideIcon; tone: string }> = {
  info: { icon: Info, tone: "bg-info-soft text-info-ink" },
  warn: { icon: TriangleAlert, tone: "bg-warn-soft text-warn-ink" },
  bad: { icon: OctagonAlert, tone: "bg-bad-soft text-bad-ink" },
  offline: { icon: CloudOff, tone: "bg-chip text-ink" },
};

type BannerProps = {
  kind?: Kind;
  title?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  icon?: LucideIcon;
  className?: string;
};

/** A state that lasts: offline, paused, trial ends. What passes is a toast. */
export function Banner({ kind = "info", title, children, action, icon, className }: BannerProps) {
  const Icon = icon ?? looks[kind].icon;
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg px-4 py-3 ${looks[kind].tone} ${className ?? ""}`}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} className="flex-none" />
      <p className="min-w-[min(10rem,100%)] flex-1">
        {title ? <strong className="block font-semibold">{title} </strong> : null}
        {children}
      </p>
      {action}
    </div>
  );
}
