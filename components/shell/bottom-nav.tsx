"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { currentHref, type NavItem } from "./nav";

export function BottomNav({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("shell");
  const here = currentHref(items, usePathname());
  return (
    <nav aria-label={t("navigation")} className="bottom">
      <ul className="bottom-row">
        {items.map((item) => (
          <li key={item.href} className="min-w-0">
            <Link
              href={item.href}
              className="bottom-item"
              data-kind={item.kind}
              aria-current={item.href === here ? "page" : undefined}
            >
              <span className="bottom-pill">{item.icon}</span>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
