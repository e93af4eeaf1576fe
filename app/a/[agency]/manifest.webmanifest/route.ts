import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { dirOf } from "@/lib/i18n/locales";
import { frontDoorCall } from "@/server/doors/frame";

const SURFACES = ["my", "lead", "office"];
/** petrol-900, the ground of the mark. */
const GROUND = "#041e27";

/** The agency as an app on somebody's home screen: its name, its colour, the surface they installed. */
export async function GET(request: Request, { params }: { params: Promise<{ agency: string }> }): Promise<Response> {
  const { agency: slug } = await params;
  const call = await frontDoorCall(slug);
  if (!call) return new Response("Not found", { status: 404 });
  const { name, brandColour } = await readAgencyCard(call, {});
  const asked = new URL(request.url).searchParams.get("surface");
  const home = `/a/${slug}/${SURFACES.find((one) => one === asked) ?? "my"}`;
  const icon = (file: string, size: number, purpose = "any") => ({
    src: `/icons/${file}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: home,
    start_url: home,
    scope: "/",
    name,
    short_name: name.slice(0, 24),
    lang: call.locale,
    dir: dirOf(call.locale),
    display: "standalone",
    background_color: GROUND,
    theme_color: brandColour ?? GROUND,
    icons: [icon("icon-192", 192), icon("icon-512", 512), icon("maskable-512", 512, "maskable")],
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}
