/** 签 in white on the brand's blue, with the fold of a slip of paper at its corner. */
export const iconDrawing = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">
  <defs>
    <linearGradient id="blue" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#1f6fbf"/><stop offset="1" stop-color="#0f4f94"/>
    </linearGradient>
  </defs>
  <path d="M96 24H360L488 152V416A72 72 0 0 1 416 488H96A72 72 0 0 1 24 416V96A72 72 0 0 1 96 24Z" fill="url(#blue)"/>
  <path d="M360 24V104A48 48 0 0 0 408 152H488Z" fill="#8fc1f2"/>
  <text x="248" y="392" font-family="Noto Serif CJK SC, Source Han Serif SC, SimSun, serif" font-weight="700"
    font-size="316" text-anchor="middle" fill="#ffffff">签</text>
</svg>`;
