import { useLocale, useTranslations } from "next-intl";
import { SheetFrame } from "@/components/shell/sheet-frame";
import { GroupTag } from "@/components/ui/band";
import type { LetterheadAgency } from "@/components/ui/letterhead";
import { Sideways } from "@/components/ui/sideways";
import type { Group, Member } from "@/lib/groups/contract";
import { formatMoment, formatSpan } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";

type RosterSheetProps = {
  /** Whose paper it is. */
  agency: LetterheadAgency;
  group: Group;
  members: readonly Member[];
  back: string;
  printedBy: string;
  /** The moment it stands for. */
  now: Date;
};

/** A group's roster as a sheet of paper: a square to tick, the number, the name, how to reach them. */
export function RosterSheet({ agency, group, members, back, printedBy, now }: RosterSheetProps) {
  const t = useTranslations("shell");
  const roles = useTranslations("groups.role");
  const locale = useLocale();
  const at = { zone: group.timeZone };
  const moment = formatMoment(locale, now, { ...at, year: true });
  const head = ["tick", "name", "phone", "subGroup", "role"] as const;
  return (
    <SheetFrame back={back} portrait agency={agency}>
      <header className="mb-4 flex flex-wrap items-center gap-4">
        <GroupTag number={group.number} size={40} />
        <div>
          <h1 className="display text-xl">
            <bdi>{group.name}</bdi>
          </h1>
          <p>{formatSpan(locale, group.startsAt, group.endsAt, { ...at, now })}</p>
        </div>
      </header>
      <p className="mb-3">{t("sheet.printed", { count: members.length, at: moment, name: printedBy })}</p>
      <Sideways label={t("sheet.title")}>
        <table className="w-full border-collapse text-start" aria-label={t("sheet.title")}>
          <thead>
            <tr>
              <th className="w-8 border-line border-b py-1 text-start">№</th>
              {head.map((key) => (
                <th key={key} scope="col" className="border-line border-b px-2 py-1 text-start font-semibold">
                  {t(`sheet.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member, place) => (
              <tr key={member.userId}>
                <td className="tn border-line border-b py-1.5">{place + 1}</td>
                <td className="border-line border-b px-2 py-1.5">
                  <span aria-hidden className="block size-4 border border-ink" />
                </td>
                <td className="border-line border-b px-2 py-1.5 font-semibold">
                  <bdi>{member.personName}</bdi>
                </td>
                <td className="tn border-line border-b px-2 py-1.5">
                  <bdi dir="ltr">{member.phone ? formatPhone(member.phone) : ""}</bdi>
                </td>
                <td className="border-line border-b px-2 py-1.5">
                  <bdi>{member.subGroup ?? ""}</bdi>
                </td>
                <td className="border-line border-b px-2 py-1.5">{roles(member.role)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </SheetFrame>
  );
}
