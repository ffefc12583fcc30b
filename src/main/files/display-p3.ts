/** Linear light of Display P3 in that of sRGB; both have the white point D65 and the transfer curve of IEC 61966-2-1. */
const toSrgb = [
  [1.2249401763, -0.2249401763, 0],
  [-0.0420569547, 1.0420569547, 0],
  [-0.0196375546, -0.0786360456, 1.0982736002],
] as const;

/** Steps of the table that takes linear light back to eight bits: fine enough for the dark end. */
const steps = 8192;

const linearOf = Float32Array.from({ length: 256 }, (_unused, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});
const valueOf = Uint8Array.from({ length: steps + 1 }, (_unused, step) => {
  const light = step / steps;
  return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
});

/**
 * Turns RGBA pixels of Display P3, the colours of most phones, into sRGB, in place. Colours outside sRGB end at its
 * border. The HEIC decoder gives bare numbers, so nothing later could know what they meant.
 */
export function displayP3ToSrgb(rgba: Uint8Array): void {
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const red = linearOf[rgba[at] ?? 0] ?? 0;
    const green = linearOf[rgba[at + 1] ?? 0] ?? 0;
    const blue = linearOf[rgba[at + 2] ?? 0] ?? 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const [r, g, b] = toSrgb[channel] ?? toSrgb[0];
      const light = Math.min(1, Math.max(0, r * red + g * green + b * blue));
      rgba[at + channel] = valueOf[Math.round(light * steps)] ?? 0;
    }
  }
}
