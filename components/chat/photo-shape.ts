import type { Photo } from "@/lib/chat/contract";

/** A picture's place has its shape before it is there: nothing moves when it comes. */
export const shapeOf = ({ width, height }: Photo) => ({ aspectRatio: `${width} / ${height}` });
