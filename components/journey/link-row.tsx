import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type LinkRowProps = { href: string; icon?: ReactNode; children: ReactNode; detail?: ReactNode; end?: ReactNode };

/** A card that leads on: a sign, a word, what waits there. */
export function LinkRow({ href, icon, children, detail, end }: LinkRowProps) {
  return (
    <Link
      href={href}
      className="card flex min-h-18 flex-wrap items-center gap-[14px] px-(--pad-card) py-3 hover:bg-primary-soft"
    >
      {icon ? (
        <span className="grid size-[48px] flex-none place-items-center rounded-full bg-primary-soft text-primary-ink">
          {icon}
        </span>
      ) : null}
      <span className="min-w-[min(7rem,100%)] flex-1 [overflow-wrap:anywhere]">
        <span className="block text-lg leading-6 font-semibold">{children}</span>
        {detail ? <span className="block text-md text-ink-2">{detail}</span> : null}
      </span>
      <span className="ms-auto flex items-center gap-[14px]">
        {end}
        <ChevronRight aria-hidden size={22} className="mirror flex-none text-ink-3 max-[17rem]:hidden" />
      </span>
    </Link>
  );
}
