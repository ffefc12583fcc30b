/**
 * The policy of every page that the app serves. The style hash is that of an empty style element, which Fluent's engine fills
 * through CSSOM; inline `style=` attributes stay blocked. `connect-src` is empty: the page speaks to nobody but the preload.
 * `gaoqian-worker` lets pass the one worker address that the build put in.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'none'",
  "frame-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lexical gaoqian-worker',
].join('; ');

/**
 * The policy of the preview: the portal's page in a frame of our window, without any script. The window listens to clicks
 * from outside; `allow-same-origin` lets the browser host's cookie through to the pictures.
 */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');
