import { setProductPhoto } from "@/lib/shop/commands/photo";
import { Product } from "@/lib/shop/contract/product";
import { readProductPhoto } from "@/lib/shop/queries/products";
import { endpoint } from "@/server/doors/http";
import { answerPhoto, photoAnswers, readPhotoUpload, uploadAsks } from "@/server/doors/upload";

export const GET = endpoint(readProductPhoto, {
  respond: answerPhoto,
  answers: photoAnswers,
  status: 200,
  summary: "A product's picture",
});
export const POST = endpoint(setProductPhoto, {
  output: Product,
  status: 201,
  read: readPhotoUpload,
  asks: uploadAsks,
  summary: "Give a product its picture",
});
