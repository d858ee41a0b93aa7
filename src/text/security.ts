/**
 * The content security policy of every page. Nothing inline, nothing from another host; WebAssembly for the word index.
 * `frame-ancestors` works only as a header and stands in `public/_headers`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
