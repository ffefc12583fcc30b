const width = 1600;
const height = 1067;
/** Where the ground begins. */
const groundLine = 800;

interface Sky {
  readonly top: string;
  readonly bottom: string;
  readonly ground: string;
}

/** The pictures of the sample drafts, by file name, as SVG. Calm and without people's faces: nobody is shown. */
export const scenes: Readonly<Record<string, string>> = {
  'building-site': scene(
    { top: '#bcd7ea', bottom: '#f6ead8', ground: '#c9bda6' },
    sun(1260, 250, 78, '#fbe3b4') +
      skyline(640, '#a9bccb', 23) +
      frame(210, 300, 470, 500) +
      crane(860, 190, 610) +
      building(1130, 430, 330, 370, '#7d97ab', '#c9dae6') +
      fence(800) +
      persons([520, 640, 760, 880, 1000], 985, ['#e0a43a', '#e0a43a', '#355c7d', '#e0a43a', '#d4692f'], true),
  ),
  'service-point': scene(
    { top: '#cfe3ef', bottom: '#eef4f1', ground: '#b9c7b4' },
    building(90, 210, 360, 590, '#b7a99a', '#e9e2d6') +
      building(520, 300, 300, 500, '#a8b2b8', '#e3eaee') +
      building(1180, 240, 340, 560, '#b7a99a', '#e9e2d6') +
      trees([60, 480, 860, 1130, 1540], 800) +
      tent(900, 560, '#2f6fab') +
      tent(1190, 580, '#3f8a6b') +
      persons(
        [180, 300, 420, 540, 660, 780],
        1000,
        ['#6b7f93', '#a66a5b', '#5d7d6a', '#7a6b93', '#93826b', '#5b7fa6'],
        false,
      ) +
      persons([1010, 1290], 985, ['#c94f4f', '#c94f4f'], false),
  ),
  'notice-board': scene(
    { top: '#e7dfd0', bottom: '#f3eee4', ground: '#a58d72' },
    board(270, 170, 1060, 520) +
      `<rect x="0" y="800" width="${width}" height="24" fill="#7d6750"/>` +
      persons([470, 800, 1130], 1000, ['#3f6c93', '#d08a3e', '#5c7f64'], false),
  ),
  'river-town': scene(
    { top: '#f2c79a', bottom: '#f8ebd6', ground: '#6f93a6' },
    sun(420, 470, 92, '#fff1cf') +
      skyline(560, '#c4a58e', 41) +
      skyline(660, '#8d7f82', 7) +
      bridge(800) +
      `<g stroke="#ffffff" stroke-opacity="0.35" stroke-width="5">${waves()}</g>`,
  ),
};

function scene(sky: Sky, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky.top}"/><stop offset="1" stop-color="${sky.bottom}"/></linearGradient></defs>
  <rect width="${width}" height="${height}" fill="url(#sky)"/><rect y="800" width="${width}" height="267" fill="${sky.ground}"/>
  ${inside}</svg>`;
}

function rect(x: number, y: number, w: number, h: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
}

function grid(columns: number, rows: number, cell: (column: number, row: number) => string): string {
  return Array.from({ length: columns * rows }, (_unused, at) => cell(at % columns, Math.floor(at / columns))).join('');
}

function sun(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
}

/** Far houses, their heights from a fixed sequence. */
function skyline(base: number, fill: string, step: number): string {
  return Array.from({ length: 20 }, (_unused, at) => {
    const tall = 70 + ((at * at * step * 37 + at * step * 53) % 170);
    const top = base - tall + 140;
    return rect(at * 82 - 10, top, 84, groundLine - top, fill);
  }).join('');
}

function building(x: number, y: number, w: number, h: number, wall: string, glass: string): string {
  const columns = Math.floor(w / 62);
  const rows = Math.floor(h / 74);
  const windows = grid(columns, rows, (column, row) =>
    rect(x + 22 + column * ((w - 30) / columns), y + 26 + row * 72, 36, 46, glass, 'rx="2"'),
  );
  return rect(x, y, w, h, wall) + rect(x - 8, y - 14, w + 16, 16, wall, 'opacity="0.8"') + windows;
}

/** The shell of a house that is being built: floors and posts. */
function frame(x: number, y: number, w: number, h: number): string {
  const floors = Array.from({ length: 6 }, (_unused, at) => rect(x, y + (at * h) / 5 - 8, w, 16, '#8d8377')).join('');
  const posts = Array.from({ length: 6 }, (_unused, at) => rect(x + (at * (w - 16)) / 5, y, 16, h, '#a39888')).join('');
  const net = rect(x + w - 190, y + h / 2, 190, h / 2, '#5f9a6f', 'opacity="0.55"');
  return posts + floors + net;
}

function crane(x: number, top: number, tall: number): string {
  const braces = Array.from({ length: 14 }, (_unused, at) => {
    const y = top + 40 + at * ((tall - 40) / 14);
    return `<path d="M${x} ${y}L${x + 34} ${y + 40}M${x + 34} ${y}L${x} ${y + 40}" stroke="#d9902f" stroke-width="4"/>`;
  }).join('');
  const mast = rect(x - 2, top, 6, tall, '#d9902f') + rect(x + 30, top, 6, tall, '#d9902f');
  const arm = rect(x - 430, top + 20, 640, 14, '#d9902f') + rect(x + 150, top + 34, 56, 46, '#8b8f93');
  const rope = `<path d="M${x + 17} ${top - 60}L${x - 420} ${top + 20}M${x + 17} ${top - 60}L${x + 200} ${top + 20}M${x - 330} ${top + 34}V${top + 190}" stroke="#6d6a66" stroke-width="3" fill="none"/>`;
  return braces + mast + arm + rope + rect(x - 362, top + 190, 64, 22, '#8b8f93');
}

function fence(y: number): string {
  return grid(20, 1, (column) => rect(column * 82, y - 46, 76, 76, column % 2 === 0 ? '#3d78ad' : '#4a86bb', 'rx="2"'));
}

function tent(x: number, y: number, fill: string): string {
  const roof = `<path d="M${x - 20} ${y + 90}L${x + 115} ${y}L${x + 250} ${y + 90}Z" fill="${fill}"/>`;
  const poles = rect(x - 8, y + 90, 10, 220, '#7c8790') + rect(x + 228, y + 90, 10, 220, '#7c8790');
  return poles + rect(x + 10, y + 220, 210, 16, '#dfe6ea') + rect(x + 22, y + 236, 186, 74, '#f3f6f7') + roof;
}

function trees(places: readonly number[], ground: number): string {
  return places
    .map(
      (x) =>
        rect(x - 8, ground - 120, 16, 130, '#7b6650') +
        `<circle cx="${x}" cy="${ground - 160}" r="74" fill="#6f9a72"/><circle cx="${x + 34}" cy="${ground - 125}" r="52" fill="#83ab80"/>`,
    )
    .join('');
}

function board(x: number, y: number, w: number, h: number): string {
  const sheets = grid(4, 2, (column, row) => {
    const [left, top] = [x + 50 + column * 250, y + 50 + row * 225];
    const lines = Array.from({ length: 6 }, (_unused, at) =>
      rect(left + 22, top + 60 + at * 20, at === 5 ? 90 : 166, 7, '#b9c2c9'),
    );
    const head = rect(left + 22, top + 22, 120, 18, (column + row) % 2 === 0 ? '#b5483c' : '#2f6fab');
    return rect(left, top, 210, 198, '#fffdf8', 'rx="3"') + head + lines.join('');
  });
  return rect(x - 16, y - 16, w + 32, h + 32, '#7a5f45', 'rx="6"') + rect(x, y, w, h, '#d8c7a8') + sheets;
}

function bridge(y: number): string {
  const arches = Array.from({ length: 5 }, (_unused, at) => {
    const x = at * 330 - 30;
    return `<path d="M${x} ${y + 70}V${y - 10}H${x + 330}V${y + 70}H${x + 290}A125 95 0 0 0 ${x + 40} ${y + 70}Z" fill="#77695f"/>`;
  }).join('');
  return arches + rect(0, y - 34, width, 26, '#8a7b70');
}

function waves(): string {
  return Array.from({ length: 26 }, (_unused, at) => {
    const [x, y] = [(at * 431) % 1500, 880 + ((at * 67) % 170)];
    return `<path d="M${x} ${y}h${60 + ((at * 29) % 80)}"/>`;
  }).join('');
}

/** Figures seen from behind, with or without helmets. */
function persons(places: readonly number[], ground: number, coats: readonly string[], helmets: boolean): string {
  return places
    .map((x, at) => {
      const tall = 246 + ((at * 31) % 26);
      const top = ground - tall;
      const coat = coats[at] ?? '#6b7f93';
      const hair = `<circle cx="${x}" cy="${top + 26}" r="26" fill="#4a423c"/>`;
      const helmet = `<path d="M${x - 32} ${top + 24}A32 30 0 0 1 ${x + 32} ${top + 24}Z" fill="#f2c230"/>`;
      return (
        `<ellipse cx="${x}" cy="${ground + 4}" rx="48" ry="9" fill="#000000" opacity="0.14"/>` +
        rect(x - 26, ground - 96, 22, 96, '#39424b') +
        rect(x + 4, ground - 96, 22, 96, '#39424b') +
        rect(x - 38, top + 54, 76, tall - 140, coat, 'rx="26"') +
        hair +
        (helmets ? helmet : '')
      );
    })
    .join('');
}
