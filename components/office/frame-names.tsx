import { type AccountLink, AccountMenu } from "@/components/shell/account-menu";
import { Clocks, type OfficeClock } from "@/components/shell/clocks";
import { AgencyName } from "@/components/shell/office-shell";
import { SideCount } from "@/components/shell/side-count";
import type { Agency } from "@/lib/agencies/contract/agency";
import { StandingBanner } from "./standing-banner";

/** What the frame is told by the database: these parts of it are drawn when that is known, all others before. */
export type Known = {
  agency: Agency;
  /** The reader's own branch. */
  branch: string | null;
  /** The reader's name. */
  person: string;
  /** Path of their picture. */
  avatar?: string | undefined;
  clock: OfficeClock;
  /** Payment proofs that wait for this reader. */
  proofs: number;
};
type Asked = { known: Promise<Known> };

export async function OfficeTitle({ known }: Asked) {
  return (await known).agency.name;
}

export async function OfficeName({ known, allBranches }: Asked & { allBranches: string }) {
  const { agency, branch } = await known;
  return <AgencyName name={agency.name} detail={branch ?? allBranches} logoUrl={agency.logo ?? undefined} />;
}

export async function OfficeProofs({ known }: Asked) {
  return <SideCount count={(await known).proofs} />;
}

/** What lasts and everybody who works here should know. */
export async function OfficeStanding({ known, now }: Asked & { now: Date }) {
  return <StandingBanner agency={(await known).agency} now={now} />;
}

type FootProps = Asked & { role: string; links: readonly AccountLink[]; signOut: () => Promise<void>; now: Date };

export async function OfficeFoot({ known, role, links, signOut, now }: FootProps) {
  const { person, avatar, clock } = await known;
  return (
    <>
      <div className="side-word">
        <Clocks office={clock} now={now.getTime()} />
      </div>
      <AccountMenu person={{ name: person, role, avatar }} links={links} signOut={signOut} />
    </>
  );
}
