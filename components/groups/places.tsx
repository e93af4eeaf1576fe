import { useTranslations } from "next-intl";
import { SeatMeter } from "@/components/ui/seat-meter";
import type { Group } from "@/lib/groups/contract";

/** Places of a group: the meter and the sentence "38 taken of 45". */
export function Places({ group: { members, capacity } }: { group: Pick<Group, "members" | "capacity"> }) {
  const t = useTranslations("office.groups");
  return (
    <SeatMeter
      className="max-md:w-32"
      sold={members}
      held={0}
      total={capacity}
      sentence={t("taken", { taken: members, total: capacity })}
    />
  );
}
