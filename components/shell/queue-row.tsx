import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";

type QueueRowProps = {
  name: string;
  amount: string;
  /** What it is for. */
  about: ReactNode;
  isCurrent: boolean;
  choose: () => void;
  /** What is known of it, and since when. */
  children: ReactNode;
};

/** One of those who wait at a desk that decides about money: who, how much, and what speaks for or against it. */
export function QueueRow({ name, amount, about, isCurrent, choose, children }: QueueRowProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? "true" : undefined}
        onClick={choose}
        className="flex w-full items-start gap-3 border-line border-s-3 border-s-transparent border-b px-3.5 py-3 text-start hover:bg-primary-soft aria-[current]:border-s-primary aria-[current]:bg-primary-soft"
      >
        <Avatar name={name} size={36} />
        <span className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="flex flex-wrap items-baseline justify-between gap-x-2">
            <bdi className="font-semibold">{name}</bdi>
            <span className="tn font-semibold">{amount}</span>
          </span>
          <span className="text-ink-3 text-sm">{about}</span>
          <span className="flex flex-wrap items-center justify-between gap-2">{children}</span>
        </span>
      </button>
    </li>
  );
}
