import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type BellRowProps = {
  href: string;
  icon: LucideIcon;
  onFollow: () => void;
  children: ReactNode;
  end?: ReactNode;
  /** It is about what the frame around every page says, too: that is drawn anew with a whole document alone. */
  whole?: boolean;
};

/** One thing a bell has to tell, and the way to it. */
export function BellRow({ href, icon: Icon, onFollow, children, end, whole }: BellRowProps) {
  const Way = whole ? "a" : Link;
  return (
    <li>
      <Way
        href={href}
        onClick={onFollow}
        className="flex min-h-14 items-start gap-3 rounded-md px-2 py-3 hover:bg-primary-soft"
      >
        <span className="grid size-9 flex-none place-items-center rounded-md bg-chip text-ink-2">
          <Icon aria-hidden size={18} strokeWidth={1.75} />
        </span>
        <span className="flex min-w-0 flex-1 flex-col">{children}</span>
        {end}
      </Way>
    </li>
  );
}
