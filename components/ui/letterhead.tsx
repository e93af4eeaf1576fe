import Image from "next/image";
import { Avatar } from "./avatar";

export type LetterheadAgency = {
  name: string;
  logo: string | null;
  brandColour: string | null;
  own?: { licenceNumber: string | null } | null;
};

/** Of a screen that is printed as it stands: only its paper says whose it is. */
export const PaperLetterhead = ({ agency }: { agency: LetterheadAgency }) => (
  <div className="hidden print:block">
    <Letterhead agency={agency} />
  </div>
);

/** Top of a sheet of paper: whose it is, over a hairline in the agency's own colour. */
export function Letterhead({ agency: { name, logo, brandColour, own } }: { agency: LetterheadAgency }) {
  return (
    <div
      className="mb-4 flex items-center gap-2.5 border-line border-b-2 pb-2.5 [print-color-adjust:exact]"
      style={brandColour ? { borderColor: brandColour } : undefined}
    >
      {logo ? (
        <Image
          src={logo}
          alt=""
          width={96}
          height={30}
          loading="eager"
          unoptimized
          className="h-[30px] w-auto max-w-24 object-contain"
        />
      ) : (
        <Avatar name={name} colour={brandColour} size={30} square />
      )}
      <bdi className="font-semibold">{name}</bdi>
      {own?.licenceNumber ? (
        <bdi dir="ltr" className="text-ink-2 text-sm">
          {own.licenceNumber}
        </bdi>
      ) : null}
    </div>
  );
}
