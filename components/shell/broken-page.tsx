import { Broken } from "./broken";

/** A page that failed where no frame stands around it. */
export function BrokenPage({ code, retry }: { code?: string; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Broken code={code} retry={retry} />
    </main>
  );
}
