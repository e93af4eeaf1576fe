import QRCode from "qrcode";

type QrCodeProps = { value: string; label: string; size?: number | string; className?: string };

/** A QR code as one path: black on white with its quiet zone in both themes, as scanners need it. */
export function QrCode({ value, label, size = 200, className }: QrCodeProps) {
  const { modules } = QRCode.create(value, { errorCorrectionLevel: "M" });
  const quiet = 4;
  const dots: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let col = 0; col < modules.size; col++) {
      if (modules.get(row, col)) dots.push(`M${col + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  const side = modules.size + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className={`rounded-md bg-white ${className ?? ""}`}
    >
      <path d={dots.join("")} fill="#000" />
    </svg>
  );
}
