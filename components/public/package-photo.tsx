import Image from "next/image";
import type { PublicPackage } from "@/lib/packages/contract/public";

type PackagePhotoProps = {
  slug: string;
  packageId: string;
  photo: PublicPackage["photos"][number];
  className: string;
};

/** A picture of a package, fetched when it comes near; it was scaled when it came in, so it is sent as it lies. */
export function PackagePhoto({ slug, packageId, photo: { id, width, height }, className }: PackagePhotoProps) {
  const src = `/api/v1/public/agencies/${slug}/packages/${packageId}/photos/${id}`;
  return <Image unoptimized src={src} alt="" {...{ width, height, className }} />;
}
