/** @param {string} url @returns {string | null} the address when it is a complete http or https one */
export function safeUrl(url) {
  const parsed = URL.parse(url);
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : null;
}
