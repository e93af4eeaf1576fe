import {
  BookUser,
  Building2,
  ChartColumn,
  IdCard,
  KeyRound,
  Map as MapIcon,
  Package,
  PiggyBank,
  PlaneTakeoff,
  ReceiptText,
  ScrollText,
  Send,
  Settings,
  ShoppingBag,
  Sun,
  Tags,
  Ticket,
  Users,
  Wallet,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { Find } from "@/components/command-list/find";
import { Bell } from "@/components/notices/bell";
import type { NavSection } from "@/components/shell/nav";
import { AgencyName, OfficeShell } from "@/components/shell/office-shell";
import type { Role } from "@/lib/kernel/actor";
import { type Known, OfficeFoot, OfficeName, OfficeProofs, OfficeStanding, OfficeTitle } from "./frame-names";
import { SHOWN_FIRST } from "./roles";

type OfficeFrameProps = {
  slug: string;
  /** Not waited for: the frame is on its way before the database answers. */
  known: Promise<Known>;
  roles: readonly Role[];
  /** Places this reader has no business in are absent. */
  sees: {
    maps: boolean;
    settings: boolean;
    outbox: boolean;
    staff: boolean;
    audit: boolean;
    savings: boolean;
    invoices: boolean;
    orders: boolean;
    reports: boolean;
    access: boolean;
    platform: boolean;
  };
  now: Date;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The back office's frame with the areas that exist, for this reader. */
export function OfficeFrame({ slug, known, roles, sees, now, signOut, children }: OfficeFrameProps) {
  const t = useTranslations("shell");
  const own = useTranslations("office.frame");
  const account = useTranslations("account");
  const more = useTranslations("lead.more");
  const called = useTranslations("entry.role");
  const home = `/a/${slug}/office`;
  const proofs = (
    <Suspense>
      <OfficeProofs known={known} />
    </Suspense>
  );
  const sections: NavSection[] = [
    { id: "start", items: [{ href: home, label: t("nav.today"), icon: <Sun aria-hidden /> }] },
    {
      id: "sell",
      title: t("section.sell"),
      items: [
        { href: `${home}/bookings`, label: t("nav.bookings"), icon: <Ticket aria-hidden /> },
        { href: `${home}/departures`, label: t("nav.departures"), icon: <PlaneTakeoff aria-hidden /> },
        { href: `${home}/packages`, label: t("nav.packages"), icon: <Package aria-hidden /> },
        ...(sees.orders
          ? [
              { href: `${home}/orders`, label: t("nav.orders"), icon: <ShoppingBag aria-hidden /> },
              { href: `${home}/products`, label: t("nav.products"), icon: <Tags aria-hidden /> },
            ]
          : []),
      ],
    },
    {
      id: "money",
      title: t("section.money"),
      items: [
        ...(sees.invoices
          ? [{ href: `${home}/proofs`, label: t("nav.proofs"), icon: <ReceiptText aria-hidden />, count: proofs }]
          : []),
        ...(sees.savings
          ? [{ href: `${home}/savings`, label: t("nav.savings"), icon: <PiggyBank aria-hidden /> }]
          : []),
        ...(sees.invoices
          ? [{ href: `${home}/invoices`, label: t("nav.invoices"), icon: <Wallet aria-hidden /> }]
          : []),
      ],
    },
    {
      id: "travel",
      title: t("section.travel"),
      items: [
        ...(sees.staff ? [{ href: `${home}/pilgrims`, label: t("nav.pilgrims"), icon: <BookUser aria-hidden /> }] : []),
        { href: `${home}/groups`, label: t("nav.liveGroups"), icon: <Users aria-hidden /> },
        ...(sees.maps ? [{ href: `${home}/map`, label: t("nav.map"), icon: <MapIcon aria-hidden /> }] : []),
      ],
    },
    {
      id: "agency",
      title: t("section.agency"),
      items: [
        ...(sees.reports
          ? [{ href: `${home}/reports`, label: t("nav.reports"), icon: <ChartColumn aria-hidden /> }]
          : []),
        ...(sees.outbox ? [{ href: `${home}/outbox`, label: t("nav.outbox"), icon: <Send aria-hidden /> }] : []),
        ...(sees.staff
          ? [
              { href: `${home}/staff`, label: t("nav.staff"), icon: <IdCard aria-hidden /> },
              { href: `${home}/branches`, label: t("nav.branches"), icon: <Building2 aria-hidden /> },
            ]
          : []),
        ...(sees.audit ? [{ href: `${home}/audit`, label: t("nav.audit"), icon: <ScrollText aria-hidden /> }] : []),
        ...(sees.settings
          ? [{ href: `${home}/settings`, label: t("nav.settings"), icon: <Settings aria-hidden /> }]
          : []),
      ],
    },
  ].filter(({ items }) => items.length > 0);
  const access = sees.access
    ? [{ href: `${home}/access`, label: own("toAccess"), icon: <KeyRound aria-hidden /> }]
    : [];
  const find = { agency: slug, home, pages: [...sections.flatMap(({ items }) => items), ...access] };
  const role = SHOWN_FIRST.find((one) => roles.includes(one)) ?? "viewer";
  const links = [
    { href: `/account?from=/a/${slug}/office`, label: account("title") },
    ...access,
    ...(sees.platform ? [{ href: "/admin", label: own("toPlatform") }] : []),
    ...(roles.includes("leader") ? [{ href: `/a/${slug}/lead`, label: own("toLead") }] : []),
    ...(roles.includes("pilgrim") ? [{ href: `/a/${slug}/my`, label: more("toMy") }] : []),
  ];
  return (
    <OfficeShell
      name={
        <Suspense fallback={<AgencyName name="" />}>
          <OfficeName known={known} allBranches={own("allBranches")} />
        </Suspense>
      }
      title={
        <Suspense>
          <OfficeTitle known={known} />
        </Suspense>
      }
      sections={sections}
      tools={
        <div className="flex flex-col gap-1">
          <Find {...find} look="side" />
          <Bell agency={slug} look="side" />
        </div>
      }
      topTools={
        <>
          <Find {...find} look="icon" />
          <Bell agency={slug} look="icon" />
        </>
      }
      foot={
        <Suspense>
          <OfficeFoot {...{ known, links, signOut, now }} role={called(role)} />
        </Suspense>
      }
      banner={
        <Suspense>
          <OfficeStanding known={known} now={now} />
        </Suspense>
      }
    >
      {children}
    </OfficeShell>
  );
}
