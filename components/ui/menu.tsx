"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Link } from "./link";

export type MenuItem =
  | { id: string; label: ReactNode; icon?: ReactNode; href: string; kind?: "plain" | "danger" }
  | {
      id: string;
      label: ReactNode;
      icon?: ReactNode;
      onSelect: () => void;
      kind?: "plain" | "danger";
      checked?: boolean;
      /** Why it can't be done now: it stays in sight, and does nothing. */
      unavailable?: string | null;
    };

type MenuProps = { trigger: ReactNode; items: readonly MenuItem[]; header?: ReactNode; align?: "start" | "end" };

/** A short list of acts behind a button. Not modal: a modal one writes a style element, which our CSP refuses. */
export function Menu({ trigger, items, header, align = "end" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align={align} sideOffset={6} collisionPadding={8}>
          {header ? <div className="px-2.5 py-2 text-sm text-ink-3">{header}</div> : null}
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item({ item }: { item: MenuItem }) {
  if ("href" in item) {
    return (
      <Radix.Item asChild>
        <Link href={item.href} className="menu-item" data-kind={item.kind}>
          {item.icon}
          {item.label}
        </Link>
      </Radix.Item>
    );
  }
  if (item.unavailable) {
    return (
      <Radix.Item
        className="menu-item text-ink-3"
        aria-disabled
        onSelect={(event) => event.preventDefault()}
        textValue={typeof item.label === "string" ? item.label : item.id}
      >
        {item.icon}
        <span className="max-w-56 py-1">
          {item.label}
          <span className="block text-xs">{item.unavailable}</span>
        </span>
      </Radix.Item>
    );
  }
  const checked = item.checked === undefined ? {} : ({ role: "menuitemradio", "aria-checked": item.checked } as const);
  return (
    <Radix.Item
      className={`menu-item ${item.checked ? "font-semibold" : ""}`}
      data-kind={item.kind}
      onSelect={item.onSelect}
      {...checked}
    >
      {item.icon}
      {item.label}
    </Radix.Item>
  );
}
