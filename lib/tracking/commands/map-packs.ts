import { z } from "zod";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { ImportMapPack } from "../contract";
import { mayChangeMap } from "../policy";
import { addMapPack, findMapPack, removeMapPack } from "../store/map-packs";

/** Makes an imported GeoJSON the base map of the agency, in place of the one before. */
export const importMapPack = command({
  name: "tracking.import_map_pack",
  input: ImportMapPack,
  load: (work) => findMapPack(work),
  allow: mayChangeMap,
  run: async (work, { name, credit, content }, before) => {
    if (before) await removeMapPack(work, before);
    const id = newId();
    await addMapPack(work, { id, name, credit, content });
    return { id, name, credit, features: content.features.length };
  },
});

/** Goes back to the schematic base. */
export const dropMapPack = command({
  name: "tracking.drop_map_pack",
  input: z.strictObject({}),
  load: async (work) => {
    const pack = await findMapPack(work);
    if (!pack) throw notFound("map_pack");
    return pack;
  },
  allow: mayChangeMap,
  run: (work, _input, pack) => removeMapPack(work, pack),
});
