import { Phone } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";

type PersonRowProps = {
  name: string;
  avatar?: string | null;
  detail?: ReactNode;
  phone: string | null;
  /** "Call Ustadz Lukman". */
  callLabel: string;
  /** With the word beside the sign, for pilgrims. */
  word?: string;
};

/** Somebody to reach, and the button that does it. */
export function PersonRow({ name, avatar, detail, phone, callLabel, word }: PersonRowProps) {
  return (
    <div className="flex min-h-16 flex-wrap items-center gap-3.5">
      <Avatar name={name} src={avatar} size={48} />
      <div className="min-w-[min(8rem,100%)] shrink grow-[999] basis-0 [overflow-wrap:anywhere]">
        <p className="text-lg leading-6 font-semibold">
          <bdi>{name}</bdi>
        </p>
        {detail ? <p className="text-md text-ink-2">{detail}</p> : null}
      </div>
      {phone ? (
        <a
          href={`tel:${phone}`}
          aria-label={callLabel}
          className="btn grow"
          data-kind="primary"
          data-size="lg"
          data-icon-only={word ? undefined : ""}
        >
          <Phone aria-hidden size={22} />
          {word}
        </a>
      ) : null}
    </div>
  );
}
