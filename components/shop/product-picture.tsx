"use client";

import { Package } from "lucide-react";
import { useEffect, useState } from "react";
import { fromPage } from "@/components/offline/who";
import type { Product } from "@/lib/shop/contract/product";

type ProductPictureProps = { agency: string; product: Pick<Product, "name" | "photo">; className?: string };

/** A product's picture for whoever belongs to the agency: fetched, since its address asks who looks. */
export function ProductPicture({ agency, product: { name, photo }, className = "" }: ProductPictureProps) {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    if (!photo) return;
    const gone = new AbortController();
    let made: string | null = null;
    fetch(photo, { headers: fromPage(agency), signal: gone.signal })
      .then((answer) => (answer.ok ? answer.blob() : null))
      .then((blob) => {
        made = blob && URL.createObjectURL(blob);
        setSrc(made);
      })
      .catch(() => undefined);
    return () => {
      gone.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [agency, photo]);
  const look = `aspect-square w-full rounded-lg bg-primary-soft ${className}`;
  if (src)
    return (
      <span
        role="img"
        aria-label={name}
        className={`block bg-center bg-cover ${look}`}
        style={{ backgroundImage: `url(${src})` }}
      />
    );
  return (
    <span className={`grid place-items-center ${look}`}>
      <Package aria-hidden size={32} className="text-primary-ink" />
    </span>
  );
}
