"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { currentHref, type NavSection } from "./nav";

/** The office's places, in sections. On a rail the words leave the eye but stay for screen readers and as tooltips. */
export function SideNav({ sections, onGo }: { sections: readonly NavSection[]; onGo?: () => void }) {
  const t = useTranslations("shell");
  const here = currentHref(
    sections.flatMap(({ items }) => items),
    usePathname(),
  );
  return (
    <nav aria-label={t("navigation")} className="flex flex-col gap-4">
      {sections.map((section) => (
        <div key={section.id}>
          {section.title ? (
            <h2 className="side-word px-2.5 pb-1.5 text-xs font-medium text-shell-ink-2">{section.title}</h2>
          ) : null}
          <ul className="flex flex-col gap-0.5">
            {section.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  className="side-item"
                  title={item.label}
                  aria-current={item.href === here ? "page" : undefined}
                  onClick={onGo}
                >
                  {item.icon}
                  <span className="side-word min-w-0 flex-1">{item.label}</span>
                  {item.count}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
